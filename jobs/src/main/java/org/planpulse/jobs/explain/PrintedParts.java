package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts rounded so that those printed add up to the difference printed, by largest remainders: all
 * are rounded down, and the units of the last place that are still missing go to those that lost
 * most. No part is off by more than a unit, and by a whole one only where the values themselves lie
 * halfway between two that can be shown.
 */
final class PrintedParts {

  /** Beyond what is ever printed. */
  static final MathContext PRECISION = new MathContext(60);

  private PrintedParts() {}

  /**
   * @param parts that add up to {@code after} less {@code before}
   * @param decimals shown
   * @return the parts with these decimals; their sum is the difference of both values as shown
   */
  static List<BigDecimal> of(
      List<BigDecimal> parts, BigDecimal before, BigDecimal after, int decimals) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    List<BigDecimal> printed = new ArrayList<>();
    parts.forEach(part -> printed.add(part.setScale(decimals, RoundingMode.FLOOR)));
    BigDecimal open = difference(before, after, decimals).subtract(sum(printed));
    int missing = open.movePointRight(decimals).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(i -> printed.get(i).subtract(parts.get(i))))
        .limit(Math.max(missing, 0))
        .forEach(i -> printed.set(i, printed.get(i).add(unit)));
    if (missing < 0) {
      IntStream.range(0, parts.size())
          .boxed()
          .max(Comparator.comparing(i -> parts.get(i).abs()))
          .ifPresent(largest -> printed.set(largest, printed.get(largest).subtract(unit)));
    }
    return printed;
  }

  /** The difference of two values as they are shown. */
  static BigDecimal difference(BigDecimal before, BigDecimal after, int decimals) {
    return shown(after, decimals).subtract(shown(before, decimals));
  }

  static BigDecimal shown(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
