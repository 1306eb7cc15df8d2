package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotientsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a | a
          try_divide(a, b) | a ÷ b
          try_divide(a + b, c) | (a + b) ÷ c
          try_divide(a * b, c - -5) | a * b ÷ (c - -5)
          try_divide(a, (b + c) / 2) | a ÷ ((b + c) / 2)
          try_divide((a + b), c) | (a + b) ÷ c
          try_divide(-5, -7) | -5 ÷ -7
          try_divide(a, try_divide(b, c)) | a ÷ (b ÷ c)
          a + (b + c) * try_divide(d - e, e) | a + (b + c) * (d - e) ÷ e
          a / try_divide(b, c) | a / (b ÷ c)
          1 - try_divide(a, greatest(b, c)) + try_divide(d, e) | 1 - a ÷ greatest(b, c) + d ÷ e
          """)
  void aDivisionIsWrittenWithItsSign(String formula, String written) {
    assertThat(Quotients.of(formula)).isEqualTo(written);
  }
}
