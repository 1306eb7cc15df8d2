package org.planpulse.schemas.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.indicator.Indicator;

class SeriesBreaksTest {

  private static final SeriesBreaks BREAKS = PackagedSchemas.LOADED.breaks();

  @Test
  void goodAirDaysBreakWithTheStandardOf2026() {
    assertThat(BREAKS.of(indicator("TJ21-F-29")))
        .extracting(SeriesBreak::year)
        .containsExactly(2026);
    assertThat(BREAKS.comparableFrom(indicator("TJ21-F-29"), 2025)).isLessThan(2000);
    assertThat(BREAKS.comparableFrom(indicator("TJ21-F-29"), 2026)).isEqualTo(2026);
    assertThat(BREAKS.comparableFrom(indicator("TJ21-F-29"), 2030)).isEqualTo(2026);
  }

  @Test
  void landBreaksWithTheClassesOfTheThirdSurvey() {
    assertThat(BREAKS.comparableFrom(indicator("TJ21-A-11"), 2025)).isEqualTo(2019);
  }

  @Test
  void waterUsePerPersonHasNoBreak() {
    assertThat(BREAKS.of(indicator("TJ21-A-01"))).isEmpty();
  }

  private static Indicator indicator(String code) {
    return PackagedSchemas.LOADED.indicators().stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
