package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BelowDetectionTest {

  private static final BigDecimal USUAL = new BigDecimal("0.025");

  @ParameterizedTest
  @CsvSource({
    "0.05L, 0.025",
    "０.０５Ｌ, 0.025",
    "0.05(L), 0.025",
    "<0.01, 0.005",
    "＜ 0.01, 0.005",
    "ND, 0.0125",
    "未检出, 0.0125"
  })
  void aValueBelowTheLimitCountsHalfOfIt(String text, BigDecimal value) {
    assertThat(BelowDetection.read(text, USUAL))
        .hasValueSatisfying(
            number -> {
              assertThat(number.value()).isEqualByComparingTo(value);
              assertThat(number.status()).isEqualTo(ValueStatus.BELOW_DL);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.05", "", "—", "0.05 mg/L", "Ⅲ"})
  void otherTextsAreNoneOfIt(String text) {
    assertThat(BelowDetection.read(text, USUAL)).isEmpty();
  }
}
