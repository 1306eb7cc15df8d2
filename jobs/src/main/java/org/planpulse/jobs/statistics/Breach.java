package org.planpulse.jobs.statistics;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * When a limit that holds today is passed, if the series goes on along its line.
 *
 * @param expected first year in which the line is beyond the limit; empty if not up to the last
 *     year looked at
 * @param earliest first year in which the breach has a probability of 10 %; empty likewise
 * @param latest first year in which it has 90 %; empty likewise
 */
public record Breach(
    Optional<Integer> expected, Optional<Integer> earliest, Optional<Integer> latest) {

  private static final double UNLIKELY = 0.1;
  private static final Breach NONE =
      new Breach(Optional.empty(), Optional.empty(), Optional.empty());

  /** All empty for fewer than five points, and where the limit is passed already. */
  public static Breach of(YearSeries series, Threshold limit, int lastYear) {
    if (series.size() == 0 || !limit.metBy(series.last().value())) {
      return NONE;
    }
    return new Breach(
        first(series, lastYear, later -> !limit.metBy(later.value())),
        first(series, lastYear, later -> later.probabilityMet(limit) <= 1 - UNLIKELY),
        first(series, lastYear, later -> later.probabilityMet(limit) <= UNLIKELY));
  }

  private static Optional<Integer> first(
      YearSeries series, int lastYear, Predicate<Projection> beyond) {
    return IntStream.rangeClosed(series.last().year() + 1, lastYear)
        .boxed()
        .filter(year -> Projection.of(series, year).filter(beyond).isPresent())
        .findFirst();
  }
}
