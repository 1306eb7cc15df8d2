package org.planpulse.jobs.statistics;

import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;
import org.planpulse.jobs.statistics.YearSeries.Point;

/** Average yearly growth as a fraction, compounded (年均增长率). */
public final class CompoundGrowth {

  private CompoundGrowth() {}

  /**
   * From the first value to the last: (last/first)^(1/years) − 1. Empty for fewer than two values,
   * or an end that is not positive: growth from or to nothing has no rate.
   */
  public static OptionalDouble ofValues(YearSeries series) {
    if (series.size() < 2) {
      return OptionalDouble.empty();
    }
    Point first = series.points().get(0);
    Point last = series.last();
    if (first.value() <= 0 || last.value() <= 0) {
      return OptionalDouble.empty();
    }
    double years = last.year() - first.year();
    return OptionalDouble.of(Math.pow(last.value() / first.value(), 1 / years) - 1);
  }

  /**
   * At constant prices, from yearly growth indices (previous year = 100): their geometric mean over
   * the years after {@code from} up to {@code to}, less 1. Empty when one of them is missing or not
   * positive.
   */
  public static OptionalDouble ofIndices(YearSeries indices, int from, int to) {
    double[] factors =
        indices.points().stream()
            .filter(index -> index.year() > from && index.year() <= to && index.value() > 0)
            .mapToDouble(index -> index.value() / 100)
            .toArray();
    if (factors.length == 0 || factors.length < to - from) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(StatUtils.geometricMean(factors) - 1);
  }
}
