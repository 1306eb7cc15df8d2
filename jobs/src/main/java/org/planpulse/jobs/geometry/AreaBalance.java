package org.planpulse.jobs.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Area arithmetic of the land surveys in whole units of 0.01 m², so that sums hold to the unit. */
public final class AreaBalance {

  private AreaBalance() {}

  /**
   * Adjusts areas to their control area (平差): every area takes the difference divided by their
   * number, and the largest ones a unit more until the rest is used up. Equal areas keep their
   * order.
   *
   * @return the adjusted areas in the order given; empty if an area would fall below zero or there
   *     is none to take the difference: such a control area is wrong, not to be balanced
   */
  public static Optional<long[]> adjust(long[] hundredths, long control) {
    long difference = Math.subtractExact(control, LongStream.of(hundredths).sum());
    if (hundredths.length == 0) {
      return difference == 0 ? Optional.of(new long[0]) : Optional.empty();
    }
    long share = difference / hundredths.length;
    long rest = difference % hundredths.length;
    long[] adjusted = LongStream.of(hundredths).map(area -> area + share).toArray();
    IntStream.range(0, hundredths.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> hundredths[i]).reversed())
        .limit(Math.abs(rest))
        .forEach(i -> adjusted[i] += Long.signum(rest));
    boolean negative = LongStream.of(adjusted).anyMatch(area -> area < 0);
    return negative ? Optional.empty() : Optional.of(adjusted);
  }

  /**
   * Whether an adjustment surely takes no area below zero.
   *
   * @param smallest of so many areas, in 0.01 m²
   * @param difference of the control area to their sum
   */
  public static boolean isPossible(long smallest, long count, long difference) {
    return smallest + Math.floorDiv(difference, count) >= 0;
  }

  /**
   * Splits an area in proportion to the pieces' sizes. Each piece is rounded half up; the last
   * takes what is left. No piece takes more than is left, so none is negative.
   *
   * @param weights not negative, at least one positive, in any unit
   */
  public static long[] split(long hundredths, double... weights) {
    double whole = Arrays.stream(weights).sum();
    if (hundredths < 0 || !(whole > 0) || Arrays.stream(weights).anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException(
          "cannot split %d by %s".formatted(hundredths, Arrays.toString(weights)));
    }
    long[] pieces = new long[weights.length];
    long left = hundredths;
    for (int i = 0; i < weights.length - 1; i++) {
      pieces[i] = Math.min(left, Math.round(hundredths * (weights[i] / whole)));
      left -= pieces[i];
    }
    pieces[weights.length - 1] = left;
    return pieces;
  }
}
