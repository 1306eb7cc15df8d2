package org.planpulse.schemas.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Standard;

class IndicatorCatalogueTest {

  private static final Schemas SCHEMAS = PackagedSchemas.LOADED;
  private static final List<Indicator> INDICATORS = SCHEMAS.indicators();

  /** The rules' 33 basic and 89 recommended indicators in six dimensions, and the guide's 35. */
  @Test
  void holdsEveryIndicatorOfTheEditions() {
    assertThat(codes("TDT1063-2021"))
        .containsExactlyElementsOf(
            numbered("TJ21-%s-%02d", Map.of("A", 27, "B", 16, "C", 18, "D", 17, "E", 15, "F", 29)));
    assertThat(codes("SJZN-2020"))
        .containsExactlyElementsOf(numbered("SJ%s-%02d", Map.of("20", 35)));
    Map<String, Long> attributes =
        INDICATORS.stream()
            .filter(indicator -> indicator.standardId().equals("TDT1063-2021"))
            .collect(Collectors.groupingBy(Indicator::attribute, Collectors.counting()));
    assertThat(attributes).isEqualTo(Map.of("basic", 33L, "recommended", 89L));
  }

  @Test
  void everyDimensionHasIndicators() {
    assertThat(INDICATORS)
        .extracting(Indicator::dimension)
        .containsOnlyElementsOf(SCHEMAS.dimensions().keySet())
        .containsAll(SCHEMAS.dimensions().keySet());
  }

  @Test
  void everyTextIsChineseAndEnglish() {
    for (Indicator indicator : INDICATORS) {
      Stream.concat(
              Stream.of(indicator.name(), indicator.category(), indicator.definition()),
              Stream.of(indicator.notComputable(), indicator.reading()).filter(Objects::nonNull))
          .forEach(
              text -> {
                assertThat(text.zh()).as(indicator.code()).containsPattern("\\p{IsHan}");
                assertThat(text.en()).as(indicator.code()).containsPattern("[A-Za-z]{3}");
                assertThat(text.en()).as(indicator.code()).doesNotContainPattern("\\p{IsHan}{6}");
              });
    }
  }

  @Test
  void isComputedOrSaysWhyNot() {
    assertThat(INDICATORS)
        .allSatisfy(
            indicator ->
                assertThat(indicator.computed())
                    .as(indicator.code())
                    .isEqualTo(!indicator.examples().isEmpty())
                    .isEqualTo(indicator.notComputable() == null));
    assertThat(INDICATORS)
        .filteredOn(indicator -> !indicator.computed())
        .extracting(Indicator::code)
        .containsExactlyInAnyOrder(
            "TJ21-A-17",
            "TJ21-A-21",
            "TJ21-A-27",
            "TJ21-B-15",
            "TJ21-C-18",
            "TJ21-D-06",
            "TJ21-D-10",
            "TJ21-D-11",
            "TJ21-D-16",
            "TJ21-E-06",
            "TJ21-F-01",
            "TJ21-F-03",
            "TJ21-F-05",
            "TJ21-F-24",
            "SJ20-10",
            "SJ20-14",
            "SJ20-20",
            "SJ20-31",
            "SJ20-32");
  }

  /** By the date of issue and that of the revision of 2025. */
  @Test
  void editionsSayWhenTheyAreValid() {
    assertThat(SCHEMAS.standards().get("TDT1063-2021").valid())
        .isEqualTo(new Standard.Validity("2021-06", "2025-05"));
    assertThat(SCHEMAS.standards().get("SJZN-2020").valid())
        .isEqualTo(new Standard.Validity("2020-09", null));
  }

  @Test
  void aCityMayTakeAnotherReadingThanTheDefault() {
    SortedMap<String, String> files = new TreeMap<>(SchemaFiles.packaged().contents());
    files.put("codelists/choices.yaml", "TJ21-D-07: value_added_23");
    List<Indicator> chosen = Schemas.load(new SchemaFiles(files)).indicators();

    assertThat(indicator("TJ21-D-07").formula()).isEqualTo("try_divide(construction, gdp)");
    for (String code : List.of("TJ21-D-07", "SJ20-23")) {
      Indicator other = indicator(chosen, code);
      assertThat(other.formula()).isEqualTo("try_divide(construction, secondary + tertiary)");
      assertThat(other.inputs()).containsOnlyKeys("construction", "secondary", "tertiary");
      assertThat(other.reading().zh()).isEqualTo("分母：第二、三产业增加值");
    }
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
      if (!indicator.computed() || !indicator.inputs().containsKey(indicator.formula())) {
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
    for (Indicator indicator : INDICATORS.stream().filter(Indicator::computed).toList()) {
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

  private static List<String> codes(String standard) {
    return INDICATORS.stream()
        .filter(indicator -> indicator.standardId().equals(standard))
        .map(Indicator::code)
        .toList();
  }

  private static List<String> numbered(String format, Map<String, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .flatMap(
                count ->
                    IntStream.rangeClosed(1, count.getValue())
                        .mapToObj(number -> format.formatted(count.getKey(), number)))
            .toList();
  }

  private static Indicator indicator(String code) {
    return indicator(INDICATORS, code);
  }

  private static Indicator indicator(List<Indicator> catalogue, String code) {
    return catalogue.stream()
        .filter(indicator -> indicator.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
