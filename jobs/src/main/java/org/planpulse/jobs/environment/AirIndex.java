package org.planpulse.jobs.environment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.codelist.AirStandard;
import org.planpulse.schemas.codelist.AirStandard.Pollutant;

/**
 * Air quality index of a day (HJ 633): the worst of the pollutants' individual indices, each
 * interpolated between breakpoints and rounded up to a whole number.
 */
public final class AirIndex {

  private final AirStandard standard;

  public AirIndex(AirStandard standard) {
    this.standard = standard;
  }

  /**
   * @param day concentrations by item code, in the pollutants' units; at least one
   */
  public int of(Map<String, Double> day) {
    return day.entrySet().stream()
        .mapToInt(item -> of(item.getKey(), item.getValue()))
        .max()
        .orElseThrow();
  }

  /** Individual index of one pollutant, its concentration rounded first (GB/T 8170). */
  public int of(String item, double concentration) {
    Pollutant pollutant = standard.pollutants().get(item);
    BigDecimal rounded = rounded(pollutant, concentration);
    List<BigDecimal> breakpoints = pollutant.breakpoints();
    for (int i = 1; i < breakpoints.size(); i++) {
      if (rounded.compareTo(breakpoints.get(i)) <= 0) {
        return between(rounded, breakpoints.get(i - 1), breakpoints.get(i), i);
      }
    }
    return standard.index().get(breakpoints.size() - 1);
  }

  /** As the index of a pollutant takes it. */
  static BigDecimal rounded(Pollutant pollutant, double concentration) {
    return BigDecimal.valueOf(concentration).setScale(pollutant.decimals(), RoundingMode.HALF_EVEN);
  }

  private int between(BigDecimal value, BigDecimal low, BigDecimal high, int upper) {
    int from = standard.index().get(upper - 1);
    BigDecimal step = BigDecimal.valueOf(standard.index().get(upper) - from);
    return from
        + value
            .subtract(low)
            .multiply(step)
            .divide(high.subtract(low), 0, RoundingMode.CEILING)
            .intValueExact();
  }
}
