package org.planpulse.schemas.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaUnitsTest {

  private static final Map<String, UnitPowers> INPUTS =
      Map.of(
          "money", UnitPowers.of("yuan"),
          "land", UnitPowers.of("m2"),
          "road", UnitPowers.of("m"),
          "share", UnitPowers.of("1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "money | yuan",
        "try_divide(money, land) | yuan/m2",
        "money / land | yuan/m2",
        "money - 2 * money | yuan",
        "-money | yuan",
        "coalesce(money, 0) | yuan",
        "greatest(0, money, 2 * money) | yuan",
        "if(share > 0.5 AND NOT land IS NULL, road * road, land) | m2",
        "CASE WHEN share <= 1 THEN land WHEN money IS NOT NULL THEN NULL ELSE abs(land) END | m2",
        "sqrt(land) | m",
        "pow(road, 2) | m2",
        "pow(road, -1) * land | m",
        "pow(road, abs(2)) | m2",
        "pow(share, 0.5) | 1",
        "ln(try_divide(land, road * road)) | 1",
        "nullif(money, 0) | yuan",
        "(land + road * road) * (1 - share) | m2",
        "try_divide(land, try_divide(land, money)) | yuan",
      })
  void unitsFollowTheArithmetic(String formula, String unit) {
    assertThat(FormulaUnits.of(formula, used(formula))).isEqualTo(UnitPowers.of(unit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "money + land | has yuan and m^2 on the two sides of +",
        "if(share > money, 1, 2) | has 1 and yuan on the two sides of >",
        "if(share > 0, money, land) | has yuan and m^2 on the two sides of if",
        "coalesce(money, 1) | has yuan and 1 on the two sides of coalesce",
        "sqrt(road) | takes the square root of m",
        "ln(money) | has yuan and 1 on the two sides of ln",
        "pow(road, 0.5) | raises m to a power that is no whole number",
        "pow(road, share) | raises m to a power that is no whole number",
        "rand() * money | has ) where it needs a value",
        "year(money) | calls year, which is not allowed",
        "area | names area, which is none of its inputs",
        "money > 0 | gives a truth where it needs a quantity",
        "if(money, 1, 2) | needs a condition where it has a quantity",
        "try_divide(money) | gives try_divide 1 arguments instead of 2",
        "(money | needs ) where it has its end",
        "money money | ends before money",
        "money + | has its end where it needs a value",
        "money; DROP | has something unreadable at: ; DROP",
        "CASE WHEN share > 0 THEN money | needs END where it has its end",
      })
  void sumsAndComparisonsOfDifferentUnitsAndUnknownWordsAreTold(String formula, String message) {
    assertThatThrownBy(() -> FormulaUnits.of(formula, used(formula)))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anInputThatIsNotUsedIsTold() {
    assertThatThrownBy(() -> FormulaUnits.of("money", INPUTS))
        .hasMessageContaining("does not use its input");
  }

  @ParameterizedTest
  @CsvSource({"m3/person, m^3·person^-1", "degC·d, d·degC", "kgce/yuan, kgce·yuan^-1", "1, 1"})
  void unitsAreReadAsProductsOfPowers(String si, String powers) {
    assertThat(UnitPowers.of(si)).hasToString(powers);
  }

  @Test
  void whatCancelsIsANumber() {
    assertThat(UnitPowers.of("m2").per(UnitPowers.of("m2"))).isEqualTo(UnitPowers.NUMBER);
    assertThat(UnitPowers.of("m2").per(UnitPowers.of("张"))).isNotEqualTo(UnitPowers.of("m2"));
  }

  private static Map<String, UnitPowers> used(String formula) {
    Map<String, UnitPowers> used = new TreeMap<>(INPUTS);
    used.keySet().removeIf(name -> !formula.matches("(?s).*\\b" + name + "\\b.*"));
    return used;
  }
}
