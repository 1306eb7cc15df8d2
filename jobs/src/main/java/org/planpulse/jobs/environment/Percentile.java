package org.planpulse.jobs.environment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentiles as HJ 663 defines them, annex A: between neighbours in order, linearly. */
public final class Percentile {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percentile() {}

  /**
   * @param sorted rising, at least one
   * @param percent above 0 and up to 100
   */
  public static double of(double[] sorted, BigDecimal percent) {
    BigDecimal rank = BigDecimal.valueOf(sorted.length - 1L).multiply(percent).divide(HUNDRED);
    int below = rank.setScale(0, RoundingMode.FLOOR).intValueExact();
    double share = rank.subtract(BigDecimal.valueOf(below)).doubleValue();
    return share == 0 ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * share;
  }
}
