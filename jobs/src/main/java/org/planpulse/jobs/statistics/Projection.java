package org.planpulse.jobs.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.rank.Median;
import org.planpulse.jobs.statistics.TheilSen.Interval;

/**
 * A series carried on along its Theil-Sen line, as if nothing changed. A working method, not one of
 * a standard: the value of the target year is taken to scatter about the line as a t distribution
 * with n − 2 degrees of freedom. Its width joins
 *
 * <ul>
 *   <li>the scatter of the values: 1.4826 times the median absolute residual (1.2533 times the mean
 *       one where more than half are zero), widened by √(n/(n−2)) for the two parameters fitted;
 *   <li>the doubt about the level: the scatter over √n;
 *   <li>the doubt about the slope: half the 95 % interval over 1.96, times the years from the
 *       middle of the series.
 * </ul>
 *
 * @param year target year
 * @param value the line's value then
 * @param standardError width of the distribution, in the unit of the value
 * @param degreesOfFreedom n − 2
 */
public record Projection(int year, double value, double standardError, int degreesOfFreedom) {

  private static final double MEDIAN_TO_DEVIATION = 1.4826;
  private static final double MEAN_TO_DEVIATION = 1.2533;

  /** Empty for fewer than five points. */
  public static Optional<Projection> of(YearSeries series, int year) {
    return TheilSen.of(series)
        .flatMap(line -> line.confidence().map(slope -> of(series, line, slope, year)));
  }

  private static Projection of(YearSeries series, TheilSen line, Interval slope, int year) {
    int n = series.size();
    double scatter = scatter(line.residuals(series)) * Math.sqrt(n / (n - 2.0));
    double slopeError = (slope.high() - slope.low()) / (2 * TheilSen.Z);
    double distance = year - new Median().evaluate(series.years());
    double error = Math.hypot(scatter * Math.sqrt(1 + 1.0 / n), slopeError * distance);
    return new Projection(year, line.valueAt(year), error, n - 2);
  }

  private static double scatter(double[] residuals) {
    double[] sizes = Arrays.stream(residuals).map(Math::abs).toArray();
    double median = new Median().evaluate(sizes);
    return median > 0
        ? MEDIAN_TO_DEVIATION * median
        : MEAN_TO_DEVIATION * Arrays.stream(sizes).average().orElseThrow();
  }

  /** Interval that holds the value with a probability, e.g. 0.9. */
  public Interval interval(double probability) {
    double reach =
        standardError
            * new TDistribution(degreesOfFreedom)
                .inverseCumulativeProbability((1 + probability) / 2);
    return new Interval(value - reach, value + reach);
  }

  /** Probability of a value that meets the target. */
  public double probabilityMet(Threshold threshold) {
    return threshold.atLeast()
        ? probabilityAtLeast(threshold.value())
        : probabilityAtMost(threshold.value());
  }

  /** Probability of this value or more. */
  double probabilityAtLeast(double target) {
    if (standardError == 0) {
      return value >= target ? 1 : 0;
    }
    return new TDistribution(degreesOfFreedom)
        .cumulativeProbability((value - target) / standardError);
  }

  /** Probability of this value or less. */
  double probabilityAtMost(double target) {
    if (standardError == 0) {
      return value <= target ? 1 : 0;
    }
    return new TDistribution(degreesOfFreedom)
        .cumulativeProbability((target - value) / standardError);
  }
}
