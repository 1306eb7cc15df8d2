package org.planpulse.schemas.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

class IndicatorCatalogueTest {

  private static final Schemas SCHEMAS = PackagedSchemas.LOADED;
  private static final List<Indicator> INDICATORS = SCHEMAS.indicators();

  @Test
  void holdsAllDimensionsOfTheCheckUp() {
    assertThat(INDICATORS).hasSizeGreaterThanOrEqualTo(70);
    assertThat(INDICATORS)
        .extracting(Indicator::dimension)
        .containsOnlyElementsOf(SCHEMAS.dimensions().keySet())
        .containsAll(SCHEMAS.dimensions().keySet());
  }

  @Test
  void filesLieUnderTheirStandardAndAreNamedAfterTheirCode() {
    assertThat(SchemaFiles.packaged().in("indicators").keySet())
        .containsExactlyInAnyOrderElementsOf(
            INDICATORS.stream()
                .map(
                    indicator ->
                        "indicators/%s/%s.yaml".formatted(indicator.standardId(), indicator.code()))
                .toList());
  }

  @Test
  void exampleValuesAreRoundedToTheDecimalsShown() {
    for (Indicator indicator : INDICATORS) {
      for (Indicator.Example example : indicator.examples()) {
        assertThat(BigDecimal.valueOf(example.value()).stripTrailingZeros().scale())
            .as(indicator.code())
            .isLessThanOrEqualTo(indicator.decimals());
      }
    }
  }

  /** Too few decimals, or a unit too large, would show a reader nothing but zero. */
  @Test
  void noExampleRoundsAwayToZero() {
    for (Indicator indicator : INDICATORS) {
      for (Indicator.Example example : indicator.examples()) {
        assertThat(example.value()).as(indicator.code()).isNotZero();
      }
    }
  }

  /** An indicator that only shows an input must equal that input, converted. */
  @Test
  void plainValuesAreTheInputInTheDisplayUnit() {
    for (Indicator indicator : INDICATORS) {
      if (!indicator.inputs().containsKey(indicator.formula())) {
        continue;
      }
      for (Indicator.Example example : indicator.examples()) {
        double si = example.inputs().get(indicator.formula());
        assertThat(example.value())
            .as(indicator.code())
            .isEqualTo(rounded(indicator, SCHEMAS.units().get(indicator.unit()).fromSi(si)));
      }
    }
  }

  /** Spark in ANSI mode fails on division by zero; a missing denominator must give no value. */
  @Test
  void quotientsAreSafeAgainstZero() {
    Pattern division = Pattern.compile("/\\s*+(?!\\d)");
    for (Indicator indicator : INDICATORS) {
      assertThat(division.matcher(indicator.formula()).find()).as(indicator.code()).isFalse();
    }
  }

  @Test
  void whatIsMappedIsComputedForUnitsToo() {
    assertThat(indicator("TJ21-A-11").computedForUnits()).isTrue();
    assertThat(indicator("EL-09").computedForUnits()).isTrue();
    assertThat(indicator("TJ21-C-01").computedForUnits()).isFalse();
  }

  private static double rounded(Indicator indicator, double value) {
    return BigDecimal.valueOf(value)
        .setScale(indicator.decimals(), RoundingMode.HALF_UP)
        .doubleValue();
  }

  private static Indicator indicator(String code) {
    return INDICATORS.stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
