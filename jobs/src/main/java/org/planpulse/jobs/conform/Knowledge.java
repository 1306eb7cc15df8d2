package org.planpulse.jobs.conform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was known when about one thing that several files, or several places of one, may tell.
 *
 * <p>On any day the latest delivery counts that says something: one that leaves the thing blank
 * takes nothing back. A corrected place counts as if it had been delivered so, on the day its file
 * was received, but from the day of the review only. A day on which the answer is the same as
 * before opens no new period.
 */
abstract class Knowledge<T> {

  /**
   * @param to day the value was superseded; null for the present one
   */
  record Period<T>(T value, LocalDate from, LocalDate to) {}

  /** Whether the thing was left blank. */
  abstract boolean isBlank(T value);

  /** What counts of that which was received on one day, all of it blank or none. */
  abstract T oneOf(List<T> received);

  /** Whether a value that is not blank tells nothing new beside the known one. */
  abstract boolean isSame(T known, T read);

  /** In the order of time, without overlap; a gap where no place told of the thing. */
  final List<Period<T>> periods(List<Reading<T>> readings) {
    List<Period<T>> periods = new ArrayList<>();
    for (LocalDate day : days(readings)) {
      T read = on(day, readings);
      Period<T> last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
      if (last != null && last.to() == null) {
        if (read != null && repeats(last.value(), read)) {
          continue;
        }
        periods.set(periods.size() - 1, new Period<>(last.value(), last.from(), day));
      }
      if (read != null) {
        periods.add(new Period<>(read, day, null));
      }
    }
    return periods;
  }

  private static <T> TreeSet<LocalDate> days(List<Reading<T>> readings) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Reading<T> reading : readings) {
      days.add(reading.from());
      if (!reading.isPresent()) {
        days.add(reading.to());
      }
    }
    return days;
  }

  private T on(LocalDate day, List<Reading<T>> readings) {
    TreeMap<LocalDate, List<T>> deliveries =
        readings.stream()
            .filter(reading -> reading.holdsOn(day))
            .collect(
                Collectors.groupingBy(
                    Reading::receivedOn,
                    () -> new TreeMap<>(Collections.reverseOrder()),
                    Collectors.mapping(Reading::value, Collectors.toList())));
    for (List<T> received : deliveries.values()) {
      List<T> told = received.stream().filter(value -> !isBlank(value)).toList();
      if (!told.isEmpty()) {
        return oneOf(told);
      }
    }
    Map.Entry<LocalDate, List<T>> first = deliveries.lastEntry();
    return first == null ? null : oneOf(first.getValue());
  }

  private boolean repeats(T known, T read) {
    return isBlank(known) == isBlank(read) && (isBlank(read) || isSame(known, read));
  }
}
