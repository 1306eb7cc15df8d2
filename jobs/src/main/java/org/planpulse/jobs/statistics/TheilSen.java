package org.planpulse.jobs.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The Theil-Sen line: the median slope of all pairs of points. Gaps between years are no matter,
 * and up to 29 % of the values may be wild.
 *
 * @param points number of points
 * @param slope per year
 * @param originYear first year of the series
 * @param level of the line in the origin year: the median of the values with the slope taken out
 * @param confidence 95 % interval of the slope; empty for four points, of which even a steady rise
 *     has a two-sided probability of 8 %
 */
public record TheilSen(
    int points, double slope, int originYear, double level, Optional<Interval> confidence) {

  public record Interval(double low, double high) {}

  /** Quantile of the standard normal distribution for a two-sided 95 %. */
  static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

  private static final int FEWEST_POINTS = 4;
  private static final int FEWEST_POINTS_FOR_INTERVAL = 5;

  /** Empty for fewer than four points. */
  public static Optional<TheilSen> of(YearSeries series) {
    if (series.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    double[] slopes = series.ofPairs((a, b) -> (b.value() - a.value()) / (b.year() - a.year()));
    Arrays.sort(slopes);
    double slope = new Median().evaluate(slopes);
    int origin = series.points().get(0).year();
    double[] levels =
        series.points().stream()
            .mapToDouble(p -> p.value() - slope * (p.year() - origin))
            .toArray();
    return Optional.of(
        new TheilSen(
            series.size(), slope, origin, new Median().evaluate(levels), interval(slopes, series)));
  }

  /** The line's value in a year. */
  public double valueAt(int year) {
    return level + slope * (year - originYear);
  }

  double[] residuals(YearSeries series) {
    return series.points().stream().mapToDouble(p -> p.value() - valueAt(p.year())).toArray();
  }

  /**
   * Sen's interval (1968; Gilbert 1987, 16.4.1): with C = z·√Var(S), the slopes of rank (N − C)/2
   * and (N + C)/2 + 1 among the N sorted ones, between ranks by interpolation. From five points on,
   * the outermost slopes always bound it.
   */
  private static Optional<Interval> interval(double[] sorted, YearSeries series) {
    if (series.size() < FEWEST_POINTS_FOR_INTERVAL) {
      return Optional.empty();
    }
    double reach = Z * Math.sqrt(MannKendall.variance(series));
    return Optional.of(
        new Interval(
            atRank(sorted, (sorted.length - reach) / 2),
            atRank(sorted, (sorted.length + reach) / 2 + 1)));
  }

  /** Element of a rank counted from 1, which may fall between two. */
  private static double atRank(double[] sorted, double rank) {
    double within = Math.max(1, Math.min(sorted.length, rank));
    int below = (int) Math.floor(within);
    int above = Math.min(below + 1, sorted.length);
    return sorted[below - 1] + (within - below) * (sorted[above - 1] - sorted[below - 1]);
  }
}
