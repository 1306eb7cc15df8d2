package org.planpulse.jobs.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The Mann-Kendall test: is there a monotonic trend?
 *
 * @param s Kendall's S: pairs that rise minus pairs that fall
 * @param variance of S without a trend, corrected for ties (Kendall 1975)
 * @param z S moved one unit towards zero (continuity correction) over its standard deviation
 * @param p two-sided probability of such an S, or one further from zero, without a trend: exact for
 *     up to ten values without ties, else from the normal distribution
 */
public record MannKendall(long s, double variance, double z, double p) {

  static final int FEWEST_POINTS = 4;
  private static final int MOST_POINTS_COUNTED = 10;

  /** Empty for fewer than four points: no arrangement of three could be called unusual. */
  public static Optional<MannKendall> of(YearSeries series) {
    if (series.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    long s =
        Math.round(
            Arrays.stream(series.ofPairs((a, b) -> Math.signum(b.value() - a.value()))).sum());
    double variance = variance(series);
    double z = variance == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
    boolean counted = series.size() <= MOST_POINTS_COUNTED && !hasTies(series);
    double p = counted ? exactP(s, series.size()) : normalP(z);
    return Optional.of(new MannKendall(s, variance, z, p));
  }

  /** Variance of S: [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over the groups of t equal values. */
  static double variance(YearSeries series) {
    double ties = groups(series).values().stream().mapToDouble(MannKendall::spread).sum();
    return (spread(series.size()) - ties) / 18;
  }

  private static double spread(long n) {
    return (double) n * (n - 1) * (2 * n + 5);
  }

  private static boolean hasTies(YearSeries series) {
    return groups(series).size() < series.size();
  }

  private static Map<Double, Long> groups(YearSeries series) {
    return Arrays.stream(series.values())
        .map(value -> value + 0.0) // -0.0 equals 0.0
        .boxed()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static double normalP(double z) {
    return Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z)));
  }

  private static double exactP(long s, int n) {
    long[] orders = ordersByFallingPairs(n);
    int pairs = n * (n - 1) / 2;
    int falling = (int) (pairs - Math.abs(s)) / 2;
    double extreme = Arrays.stream(orders, 0, falling + 1).sum();
    return Math.min(1, 2 * extreme / Arrays.stream(orders).sum());
  }

  /** How many of the n! orders of n values have k falling pairs, by k (Mahonian numbers). */
  private static long[] ordersByFallingPairs(int n) {
    long[] orders = {1};
    for (int size = 2; size <= n; size++) {
      long[] next = new long[orders.length + size - 1];
      for (int k = 0; k < orders.length; k++) {
        // the new last value falls below 0 to size - 1 of the others
        for (int more = 0; more < size; more++) {
          next[k + more] += orders[k];
        }
      }
      orders = next;
    }
    return orders;
  }
}
