package org.planpulse.jobs.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Yearly values of an indicator of one region, with the days between which they were known. */
final class KnownSeries {

  /**
   * @param to null for what is known now
   */
  record Point(int year, double value, LocalDate from, LocalDate to) {

    private boolean isKnownOn(LocalDate day) {
      return !from.isAfter(day) && (to == null || to.isAfter(day));
    }
  }

  private final List<Point> points = new ArrayList<>();

  /**
   * Series by indicator.
   *
   * @param rows {@code indicator_code, year, value, known_from, known_to} of one region
   */
  static Map<String, KnownSeries> of(List<Row> rows) {
    Map<String, KnownSeries> series = new TreeMap<>();
    for (Row row : rows) {
      series
          .computeIfAbsent(row.getString(0), code -> new KnownSeries())
          .points
          .add(
              new Point(
                  row.getInt(1),
                  row.getDouble(2),
                  row.getDate(3).toLocalDate(),
                  row.isNullAt(4) ? null : row.getDate(4).toLocalDate()));
    }
    return series;
  }

  /** What is known now, by year. */
  SortedMap<Integer, Double> now() {
    return values(point -> point.to() == null);
  }

  /** What was known on a day, by year. */
  SortedMap<Integer, Double> on(LocalDate day) {
    return values(point -> point.isKnownOn(day));
  }

  /** What something newer has replaced. */
  List<Point> superseded() {
    return points.stream().filter(point -> point.to() != null).toList();
  }

  /** Days on which something became known, or was superseded. */
  SortedSet<LocalDate> days() {
    return points.stream()
        .flatMap(point -> Stream.of(point.from(), point.to()))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private SortedMap<Integer, Double> values(Predicate<Point> which) {
    SortedMap<Integer, Double> values = new TreeMap<>();
    points.stream().filter(which).forEach(point -> values.put(point.year(), point.value()));
    return values;
  }
}
