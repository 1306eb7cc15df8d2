package org.planpulse.jobs.conform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was known when about one figure. Each delivery that changes the figure opens a new period of
 * knowledge; one that repeats it (up to rounding) changes nothing, and one that leaves it blank
 * takes nothing back. A reviewed correction of a delivery opens one on the day of the review,
 * unless a newer delivery has come in between.
 */
final class StatisticHistory {

  private static final Comparator<Statistic> MOST_PRECISE =
      Comparator.comparing(Statistic::siHalf)
          .thenComparing(statistic -> statistic.cell().file().file())
          .thenComparing(statistic -> statistic.cell().sheet())
          .thenComparing(statistic -> statistic.cell().address());

  /**
   * @param knownTo day the figure was superseded; null for the present one
   */
  record Known(Statistic statistic, LocalDate knownFrom, LocalDate knownTo) {}

  /**
   * @param conflicts figures not taken because one received on the same day differs
   */
  record History(List<Known> known, List<Finding> conflicts) {}

  private final List<Known> known = new ArrayList<>();
  private final List<Finding> conflicts = new ArrayList<>();

  private StatisticHistory() {}

  /**
   * @param figures all figures of one {@link Statistic.Key}
   */
  static History of(List<Statistic> figures) {
    StatisticHistory history = new StatisticHistory();
    figures.stream()
        .collect(Collectors.groupingBy(Statistic::knownFrom, TreeMap::new, Collectors.toList()))
        .forEach((day, received) -> history.learn(day, history.oneOf(received)));
    return new History(history.known, history.conflicts);
  }

  private Statistic oneOf(List<Statistic> received) {
    List<Statistic> ordered = received.stream().sorted(MOST_PRECISE).toList();
    List<Statistic> present = ordered.stream().filter(figure -> figure.value() != null).toList();
    if (present.isEmpty()) {
      return ordered.get(0);
    }
    Statistic best =
        present.stream()
            .filter(figure -> figure.status() == ValueStatus.REVISED)
            .findFirst()
            .orElse(present.get(0));
    List<Statistic> differing =
        present.stream().filter(figure -> !figure.agreesWith(best)).toList();
    differing.forEach(figure -> conflicts.add(conflict(figure, best)));
    return differing.isEmpty() ? best : best.with(ValueStatus.CONFLICT);
  }

  private void learn(LocalDate day, Statistic figure) {
    if (known.isEmpty()) {
      known.add(new Known(figure, day, null));
      return;
    }
    Known last = known.get(known.size() - 1);
    boolean blank = figure.value() == null;
    if (isOlder(figure, last.statistic()) || blank && !figure.isCorrected()) {
      return;
    }
    if (!blank && last.statistic().value() != null && figure.agreesWith(last.statistic())) {
      return;
    }
    known.set(known.size() - 1, new Known(last.statistic(), last.knownFrom(), day));
    known.add(new Known(figure, day, null));
  }

  private static boolean isOlder(Statistic figure, Statistic known) {
    return figure.cell().file().receivedOn().isBefore(known.cell().file().receivedOn());
  }

  private static Finding conflict(Statistic figure, Statistic chosen) {
    Cell cell = figure.cell();
    return new Finding(
        cell.file(),
        cell.sourceId(),
        "STATISTIC_CONFLICT",
        figure.item() + figure.region() + figure.year(),
        true,
        Map.of(
            "item", figure.column().label(),
            "year", Integer.toString(figure.year()),
            "value", text(figure),
            "chosen", text(chosen),
            "source",
                chosen.cell().file().file()
                    + " "
                    + chosen.cell().sheet()
                    + "!"
                    + chosen.cell().address()),
        cell.raw(),
        0);
  }

  private static String text(Statistic figure) {
    return figure.value().toPlainString() + " " + figure.unit().code();
  }
}
