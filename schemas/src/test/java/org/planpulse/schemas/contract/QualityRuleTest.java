package org.planpulse.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.SchemaException;

class QualityRuleTest {

  private static final BigDecimal TOLERANCE = new BigDecimal("0.15");

  @Test
  void aTotalIsTheSumOfItsPartsWithinRounding() {
    QualityRule rule = rule("total = surface + ground - repeated");

    assertThat(rule.items()).containsExactly("total", "surface", "ground", "repeated");
    assertThat(rule.broken(values("10.1", "4.0", "8.0", "2.0"), TOLERANCE)).isFalse();
    assertThat(rule.broken(values("10.2", "4.0", "8.0", "2.0"), TOLERANCE)).isTrue();
    assertThat(rule.broken(values("9.8", "4.0", "8.0", "2.0"), TOLERANCE)).isTrue();
    assertThat(rule.excess(values("9.8", "4.0", "8.0", "2.0"))).contains(new BigDecimal("-0.2"));
  }

  @Test
  void aPartMayBeSmallerButNotLargerThanItsTotal() {
    QualityRule rule = rule("surface <= total");

    assertThat(rule.broken(Map.of("surface", bd("3"), "total", bd("9")), TOLERANCE)).isFalse();
    assertThat(rule.broken(Map.of("surface", bd("9.2"), "total", bd("9")), TOLERANCE)).isTrue();
  }

  @Test
  void atLeastIsAtMostTurnedRound() {
    QualityRule rule = rule("total >= surface + ground");

    assertThat(rule.text()).isEqualTo("surface + ground <= total");
    assertThat(rule.items()).containsExactly("surface", "ground", "total");
    assertThat(rule.broken(values("9", "4", "6", "0"), TOLERANCE)).isTrue();
    assertThat(rule.broken(values("9", "4", "5", "0"), TOLERANCE)).isFalse();
    assertThat(rule.excess(values("9", "4", "6", "0"))).contains(bd("1"));
  }

  /** Shares of four decimals, each off by up to 0.00005. */
  @Test
  void partsMayMakeAWholeThatIsAPlainNumber() {
    QualityRule rule = rule("young + working + old = 1");
    BigDecimal tolerance = new BigDecimal("0.00015");

    assertThat(rule.items()).containsExactly("young", "working", "old");
    assertThat(
            rule.excess(
                Map.of(
                    "young", new BigDecimal("0.0380"),
                    "working", new BigDecimal("0.3435"),
                    "old", new BigDecimal("0.0763"))))
        .hasValueSatisfying(excess -> assertThat(excess).isEqualByComparingTo("-0.5422"));
    assertThat(
            rule.broken(
                Map.of(
                    "young", new BigDecimal("0.1582"),
                    "working", new BigDecimal("0.7608"),
                    "old", new BigDecimal("0.0811")),
                tolerance))
        .isFalse();
  }

  @Test
  void itsTextCanNameItemsAsPeopleDo() {
    assertThat(rule("part <= part_total").text(item -> "part".equals(item) ? "其中" : "合计 $"))
        .isEqualTo("其中 <= 合计 $");
  }

  @Test
  void whereAValueIsMissingNothingIsSaid() {
    QualityRule rule = rule("total = surface + ground");

    assertThat(rule.broken(Map.of("total", bd("9"), "surface", bd("1")), TOLERANCE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total",
        "total = ",
        "a = b = c",
        "a ~ b",
        "a + = b",
        "a b = c",
        "a = a",
        "2 = 2",
        "2a = b"
      })
  void refusesWhatIsNoRule(String text) {
    assertThatThrownBy(() -> rule(text))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("contracts/x.yaml: rule r");
  }

  private static QualityRule rule(String text) {
    return QualityRule.parse("contracts/x.yaml", "r", text, "warning", "");
  }

  private static Map<String, BigDecimal> values(
      String total, String surface, String ground, String repeated) {
    return Map.of(
        "total", bd(total), "surface", bd(surface), "ground", bd(ground), "repeated", bd(repeated));
  }

  private static BigDecimal bd(String text) {
    return new BigDecimal(text);
  }
}
