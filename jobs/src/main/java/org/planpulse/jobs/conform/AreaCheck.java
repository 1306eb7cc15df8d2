package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/**
 * Compares the area a department declares with the area computed. A ratio near that of two common
 * units tells that the unit is not the declared one.
 *
 * @param column silver column of the declared area, in m²
 */
record AreaCheck(String column) implements Serializable {

  private static final BigDecimal LEAST_TOLERANCE_M2 = BigDecimal.ONE;
  private static final BigDecimal RELATIVE_TOLERANCE = new BigDecimal("1E-4");
  private static final double NEAR = 0.01;

  /** How many m² are a hectare, a square kilometre, a mu; and mu in a square kilometre. */
  private static final Map<Double, String> UNIT_RATIOS =
      Map.of(1e4, "10000", 1e6, "1000000", 1500.0, "1500", 2000.0 / 3, "666.67", 15.0, "15");

  void check(SilverRow row, String subject) {
    BigDecimal declared = row.decimal(column);
    BigDecimal computed = row.decimal("area_m2");
    if (declared == null || computed == null || computed.signum() == 0) {
      return;
    }
    BigDecimal tolerance = LEAST_TOLERANCE_M2.max(computed.multiply(RELATIVE_TOLERANCE));
    if (declared.subtract(computed).abs().compareTo(tolerance) <= 0) {
      return;
    }
    Map<String, String> wording =
        Map.of(
            "id", subject,
            "declared", declared.toPlainString(),
            "computed", computed.toPlainString(),
            "ratio", unitRatio(declared, computed));
    boolean unit = !wording.get("ratio").isEmpty();
    row.doubt(unit ? "AREA_UNIT_SUSPECT" : "AREA_DIFFERS", unit ? "" : subject, wording);
  }

  /** Empty when the areas differ by no ratio of units. */
  private static String unitRatio(BigDecimal declared, BigDecimal computed) {
    if (declared.signum() <= 0) {
      return "";
    }
    double ratio = declared.divide(computed, MathContext.DECIMAL64).doubleValue();
    double larger = Math.max(ratio, 1 / ratio);
    return UNIT_RATIOS.entrySet().stream()
        .filter(unit -> Math.abs(larger / unit.getKey() - 1) <= NEAR)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
