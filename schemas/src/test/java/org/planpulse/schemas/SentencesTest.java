package org.planpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void numbersHaveAMinusSignAsInTables() {
    assertThat(Sentences.number(-1234.5, 1)).isEqualTo("−1,234.5");
    assertThat(Sentences.number(-0.04, 1)).isEqualTo("0.0");
  }
}
