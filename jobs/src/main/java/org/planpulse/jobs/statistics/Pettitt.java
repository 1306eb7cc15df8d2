package org.planpulse.jobs.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.ranking.NaturalRanking;

/**
 * Pettitt's test (1979) for one change of level in a series, by ranks.
 *
 * @param year first year of the new level
 * @param k greatest absolute value of U(t) = 2·(ranks of the first t values) − t·(n + 1)
 * @param p two-sided probability of such a k, or a greater one, without a change: exact for up to
 *     sixteen values, ties included, else 2·exp(−6k²/(n³ + n²))
 */
public record Pettitt(int year, double k, double p) {

  private static final int FEWEST_POINTS = 5;
  private static final int MOST_POINTS_COUNTED = 16;

  /** Empty for fewer than five points, and for a constant series. */
  public static Optional<Pettitt> of(YearSeries series) {
    if (series.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    double[] ranks = new NaturalRanking().rank(series.values());
    int n = ranks.length;
    double[] sizes = new double[n];
    double sum = 0;
    for (int t = 1; t < n; t++) {
      sum += ranks[t - 1];
      sizes[t] = Math.abs(2 * sum - t * (n + 1.0));
    }
    double k = Arrays.stream(sizes).max().orElseThrow();
    if (k == 0) {
      return Optional.empty();
    }
    int change = IntStream.range(1, n).filter(t -> sizes[t] == k).findFirst().orElseThrow();
    double p = n <= MOST_POINTS_COUNTED ? exactP(ranks, k) : approximateP(n, k);
    return Optional.of(new Pettitt(series.points().get(change).year(), k, p));
  }

  private static double approximateP(double n, double k) {
    return Math.min(1, 2 * Math.exp(-6 * k * k / (n * n * n + n * n)));
  }

  /**
   * Share of the n! orders of the ranks in which |U(t)| reaches k for some t. Orders that stay
   * below are counted by the set of ranks that came first: U depends on the set, not on its order.
   */
  private static double exactP(double[] ranks, double k) {
    int n = ranks.length;
    double[] staying = new double[1 << n];
    staying[0] = 1;
    double all = 1;
    for (int set = 1; set < staying.length; set++) {
      double sum = 0;
      double orders = 0;
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 1) {
          sum += ranks[i];
          orders += staying[set ^ 1 << i];
        }
      }
      boolean stays = Math.abs(2 * sum - Integer.bitCount(set) * (n + 1.0)) < k;
      staying[set] = stays ? orders : 0;
    }
    for (int i = 2; i <= n; i++) {
      all *= i;
    }
    return 1 - staying[staying.length - 1] / all;
  }
}
