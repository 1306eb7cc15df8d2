package org.planpulse.schemas.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.SchemaException;

class UnitTest {

  private static final UnitTable UNITS = PackagedSchemas.LOADED.units();

  @ParameterizedTest
  @CsvSource({
    "1, hm2, 10000, m2",
    "1, hm2, 15, 亩",
    "1, km2, 100, hm2",
    "1, km2, 1500, 亩",
    "1, km2, 0.15, 万亩",
    "3, 亩, 2000, m2",
    "3, 万亩, 20, km2",
    "3, 万亩, 2000, hm2",
    "1, 万km2, 10000, km2",
    "1, 万km2, 1000000, hm2",
    "1, 亿m3, 10000, 万m3",
    "1, 亿m3, 100000000, m3",
    "1, 万m3, 10000, m3",
    "1, 亿t, 10000, 万t",
    "1, ‰, 0.1, %",
    "1, mg/m3, 1000, ug/m3",
    "1, 亿元, 10000, 万元",
    "7.06, 万人, 70600, person",
    "1422, 0.1mm, 142.2, mm",
    "1, 万人次, 10000, person-trip",
  })
  void convertsExactly(double from, String fromUnit, double to, String toUnit) {
    double si = UNITS.get(fromUnit).toSi(from);
    assertThat(UNITS.get(toUnit).fromSi(si)).isEqualTo(to);
    assertThat(UNITS.get(fromUnit).fromSi(UNITS.get(toUnit).toSi(to))).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1191, 万亩, 794000",
    "0.1061, 万km2, 1061000000",
    "1187, 亩, 791333.3333333334",
    "400.00, 万亩, 2666666666.6666665",
  })
  void planTargetsInSquareMetres(double value, String unit, double m2) {
    assertThat(UNITS.get(unit).toSi(value)).isEqualTo(m2);
  }

  @ParameterizedTest
  @CsvSource({
    "148.725, m3/person, 148.725",
    "9.5, m3/万元, 0.00095",
    "83, m2/万元, 0.0083",
    "1.4, 亿元/km2, 140",
    "6.32, km/km2, 0.00632",
    "0.226, 万人/km2, 0.00226",
    "6.44, 张/千人, 0.00644",
    "13.6, 班/万人, 0.00136",
    "0.522, tce/万元, 0.0522",
    "18, 万元/person, 180000",
    "1235, kg/hm2, 0.1235",
  })
  void displayUnitsAreQuotientsOfSiUnits(double shown, String unit, double si) {
    assertThat(UNITS.get(unit).toSi(shown)).isCloseTo(si, within(1e-15 * Math.max(1, si)));
    assertThat(UNITS.get(unit).fromSi(si)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "m2, ''",
    "km2, ' ÷ 1000000'",
    "%, ' × 100'",
    "kg/hm2, ' × 10000'",
    "万亩, ' × 3 ÷ 20000000'",
    "km/h, ' × 18 ÷ 5'",
    "0.1degC, ' × 10'",
  })
  void theWayFromSiIsWrittenAsPeopleWould(String unit, String way) {
    assertThat(UNITS.get(unit).wayFromSi()).isEqualTo(way);
  }

  @Test
  void theWayFromSiLeadsToTheValueInTheUnit() {
    for (Unit unit : UNITS.all()) {
      double value = 7.3;
      for (String step : unit.wayFromSi().split("(?= [×÷])")) {
        String[] parts = step.strip().split(" ");
        if (parts.length == 2) {
          double by = Double.parseDouble(parts[1]);
          value = parts[0].equals("×") ? value * by : value / by;
        }
      }
      assertThat(value).as(unit.code()).isCloseTo(unit.fromSi(7.3), withinPercentage(1e-10));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "平方公里, km2", "平方千米, km2", "公 顷, hm2", "ＫＭ２, km2", "km², km2", "万m³, 万m3",
    "万立方米, 万m3", "亿立方米, 亿m3", "人, person", "吨, t", "万吨标准煤, 万tce", "毫米, mm",
    "0.1℃, 0.1degC", "℃, degC", "μg/m³, ug/m3", "µg/m3, ug/m3", "公斤/公顷, kg/hm2", "％, %",
    "小时, h", "元, yuan", "张, 张", "万人次, 万人次", "公里, km", "万平方米, 万m2",
  })
  void findsTheSpellingsOfDepartments(String written, String code) {
    assertThat(UNITS.find(written)).map(Unit::code).contains(code);
  }

  @Test
  void doesNotGuessUnknownUnits() {
    assertThat(UNITS.find("万")).isEmpty();
    assertThat(UNITS.find("顷")).isEmpty();
    assertThatThrownBy(() -> UNITS.get("顷")).isInstanceOf(SchemaException.class);
  }

  @Test
  void onlyUnitsOfOneQuantityMeasureTheSame() {
    assertThat(UNITS.get("亩").measuresSameAs(UNITS.get("km2"))).isTrue();
    assertThat(UNITS.get("mm").measuresSameAs(UNITS.get("m3"))).isFalse();
    assertThat(UNITS.get("person").measuresSameAs(UNITS.get("万人次"))).isFalse();
  }

  @Test
  void aSpellingWithTwoMeaningsIsRejected() {
    LocalText symbol = new LocalText("x", "x");
    Unit metre = new Unit("m", "m", "1", List.of("米"), symbol);
    Unit other = new Unit("rice", "rice", "1", List.of("米"), symbol);
    assertThatThrownBy(() -> new UnitTable(List.of(metre, other)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("米");
  }

  @ParameterizedTest
  @CsvSource({"abc", "1/0", "-1", "2000/3/4", "''"})
  void aFactorMustBeADecimalOrAFraction(String factor) {
    assertThatThrownBy(() -> new Unit("u", "u", factor, null, new LocalText("x", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("u");
  }
}
