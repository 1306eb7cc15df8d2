package org.planpulse.jobs.conform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was known when about one figure. A delivery that repeats it (up to rounding) changes
 * nothing, unless it was in conflict. Of differing figures received on one day a revised or the
 * more precise one is taken, and marked while they differ.
 */
final class StatisticHistory extends Knowledge<Statistic> {

  private static final Comparator<Statistic> MOST_PRECISE =
      Comparator.comparing(Statistic::siHalf)
          .thenComparing(statistic -> statistic.cell().file().file())
          .thenComparing(statistic -> statistic.cell().sheet())
          .thenComparing(statistic -> statistic.cell().address());

  /**
   * @param conflicts figures not taken because one received on the same day differs, as they are
   *     read now
   */
  record History(List<Period<Statistic>> known, List<Finding> conflicts) {}

  private StatisticHistory() {}

  /**
   * @param figures all figures of one {@link Statistic.Key}
   */
  static History of(List<Reading<Statistic>> figures) {
    return new History(new StatisticHistory().periods(figures), conflicts(figures));
  }

  @Override
  boolean isBlank(Statistic figure) {
    return figure.value() == null;
  }

  @Override
  Statistic oneOf(List<Statistic> received) {
    Statistic best = best(received);
    boolean agreed = isBlank(best) || received.stream().allMatch(figure -> figure.agreesWith(best));
    return agreed ? best : best.with(ValueStatus.CONFLICT);
  }

  /** Another source may round the figure otherwise; the same one means what it says. */
  @Override
  boolean isSame(Statistic known, Statistic read) {
    boolean agrees =
        known.isOfSamePlace(read)
            ? known.siValue().compareTo(read.siValue()) == 0
            : known.agreesWith(read);
    return agrees && isDisputed(known) == isDisputed(read);
  }

  private static boolean isDisputed(Statistic figure) {
    return figure.status() == ValueStatus.CONFLICT;
  }

  private static Statistic best(List<Statistic> received) {
    return received.stream()
        .filter(figure -> figure.status() == ValueStatus.REVISED)
        .min(MOST_PRECISE)
        .orElseGet(() -> received.stream().min(MOST_PRECISE).orElseThrow());
  }

  private static List<Finding> conflicts(List<Reading<Statistic>> figures) {
    List<Finding> conflicts = new ArrayList<>();
    Map<LocalDate, List<Statistic>> deliveries =
        figures.stream()
            .filter(figure -> figure.isPresent() && figure.value().value() != null)
            .collect(
                Collectors.groupingBy(
                    Reading::receivedOn,
                    TreeMap::new,
                    Collectors.mapping(Reading::value, Collectors.toList())));
    for (List<Statistic> received : deliveries.values()) {
      Statistic best = best(received);
      received.stream()
          .filter(figure -> !figure.agreesWith(best))
          .sorted(MOST_PRECISE)
          .forEach(figure -> conflicts.add(conflict(figure, best)));
    }
    return conflicts;
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
