package org.planpulse.jobs.statistics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Values of one quantity by year, in order of the years. Years without a value are absent, not
 * zero.
 */
public record YearSeries(List<Point> points) {

  /**
   * @param value finite, in the series' unit
   */
  public record Point(int year, double value) {
    public Point {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("no finite value in " + year);
      }
    }
  }

  public YearSeries {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i - 1).year() >= points.get(i).year()) {
        throw new IllegalArgumentException("years must rise: " + points);
      }
    }
  }

  public static YearSeries of(Map<Integer, Double> valueByYear) {
    return new YearSeries(
        new TreeMap<>(valueByYear)
            .entrySet().stream().map(e -> new Point(e.getKey(), e.getValue())).toList());
  }

  public int size() {
    return points.size();
  }

  /** The latest point of a series that has one. */
  Point last() {
    return points.get(points.size() - 1);
  }

  double[] values() {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  double[] years() {
    return points.stream().mapToDouble(Point::year).toArray();
  }

  /** One number for each pair of points, the earlier point first. */
  double[] ofPairs(ToDoubleBiFunction<Point, Point> number) {
    return IntStream.range(0, points.size())
        .boxed()
        .flatMapToDouble(
            later ->
                points.subList(0, later).stream()
                    .mapToDouble(earlier -> number.applyAsDouble(earlier, points.get(later))))
        .toArray();
  }
}
