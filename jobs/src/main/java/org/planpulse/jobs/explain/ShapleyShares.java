package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of a difference among the things that changed: each gets the mean of what its change makes
 * over all orders in which they can change one after another (Shapley, A value for n-person games,
 * 1953). No order is preferred, what makes no difference gets nothing, and the shares add up to the
 * whole.
 */
final class ShapleyShares {

  /** Among more, the values to ask for are too many: they double with each. */
  static final int MOST = 16;

  private ShapleyShares() {}

  /**
   * @param values of every set of changed things, that of number {@code s} holding thing {@code i}
   *     when bit {@code i} of {@code s} is set; so the first is before and the last after
   * @return one share a thing, exact but for a division by {@code n!} to {@link
   *     PrintedParts#PRECISION}
   */
  static List<BigDecimal> of(List<BigDecimal> values) {
    int players = Integer.numberOfTrailingZeros(values.size());
    if (values.size() != 1 << players || players > MOST) {
      throw new IllegalArgumentException("no values of all sets: " + values.size());
    }
    BigDecimal orders = new BigDecimal(factorial(players));
    List<BigDecimal> shares = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      shares.add(weighted(values, players, player).divide(orders, PrintedParts.PRECISION));
    }
    return shares;
  }

  /** The sum over all orders of what the player makes when it comes. */
  private static BigDecimal weighted(List<BigDecimal> values, int players, int player) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int others = 0; others < values.size(); others++) {
      if ((others >> player & 1) == 0) {
        int before = Integer.bitCount(others);
        BigInteger orders = factorial(before).multiply(factorial(players - before - 1));
        BigDecimal made = values.get(others | 1 << player).subtract(values.get(others));
        sum = sum.add(made.multiply(new BigDecimal(orders)));
      }
    }
    return sum;
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }
}
