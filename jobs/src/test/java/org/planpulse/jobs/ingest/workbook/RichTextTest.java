package org.planpulse.jobs.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RichTextTest {

  @Test
  void escapedCharactersAreDecodedAndHalfPairsBecomeTheReplacementCharacter() {
    assertThat(RichText.decoded("\ud842\udfb7地_x000D_")).isEqualTo("\ud842\udfb7地\r");
    assertThat(RichText.decoded("_xD842_地")).isEqualTo("\ufffd地");
    assertThat(RichText.decoded("_xD842__xDFB7_地")).isEqualTo("\ud842\udfb7地");
  }
}
