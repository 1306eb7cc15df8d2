package org.planpulse.jobs.conform;

import java.util.List;
import java.util.Map;

/**
 * Finds figures of a series that are some ten thousand times the series' median, or that part of
 * it: the mark of 万元 printed as 元, or 亿立方米 as 万立方米.
 */
final class UnitSlip {

  private static final double SMALLEST = 3_000;
  private static final double LARGEST = 30_000;

  private UnitSlip() {}

  /**
   * @param series present figures of one region and item
   */
  static List<Finding> in(List<Statistic> series) {
    List<Double> sizes =
        series.stream().map(UnitSlip::size).filter(size -> size > 0).sorted().toList();
    if (sizes.isEmpty()) {
      return List.of();
    }
    double median = sizes.get(sizes.size() / 2);
    return series.stream()
        .filter(figure -> slipped(figure, median))
        .map(UnitSlip::finding)
        .toList();
  }

  private static boolean slipped(Statistic figure, double median) {
    double ratio = size(figure) / median;
    return within(ratio) || within(1 / ratio);
  }

  private static boolean within(double ratio) {
    return ratio >= SMALLEST && ratio <= LARGEST;
  }

  private static double size(Statistic figure) {
    return figure.value() == null ? 0 : figure.siValue().abs().doubleValue();
  }

  private static Finding finding(Statistic figure) {
    Cell cell = figure.cell();
    return new Finding(
        cell.file(),
        cell.sourceId(),
        "UNIT_SUSPECT",
        figure.item(),
        false,
        Map.of(
            "item", figure.column().label(),
            "year", Integer.toString(figure.year()),
            "value", figure.value().toPlainString(),
            "unit", figure.unit().code()),
        cell.raw(),
        0);
  }
}
