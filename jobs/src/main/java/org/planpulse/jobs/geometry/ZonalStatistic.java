package org.planpulse.jobs.geometry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Statistics of a raster over a zone, each cell weighing the share of it that the zone covers. All
 * ask for at least one covered cell: of none there is no mean, which is not zero.
 */
public final class ZonalStatistic {

  private static final double FULL_CIRCLE = 360;

  private final CellDistribution cells;

  /**
   * @param cells with at least one value
   */
  public ZonalStatistic(CellDistribution cells) {
    if (cells.size() == 0) {
      throw new IllegalArgumentException("no covered cell");
    }
    this.cells = cells;
  }

  /** Sum of share times value. */
  public double sum() {
    return sum(value -> value);
  }

  public double mean() {
    return sum() / cells.coveredCells();
  }

  public double min() {
    return cells.value(0);
  }

  public double max() {
    return cells.value(cells.size() - 1);
  }

  /** Standard deviation of the covered cells as a whole population. */
  public double deviation() {
    double mean = mean();
    return Math.sqrt(sum(value -> (value - mean) * (value - mean)) / cells.coveredCells());
  }

  /**
   * The smallest value at which the shares of all values up to it reach {@code order} of the
   * covered cells. It is always a value that occurs.
   *
   * @param order 0 to 1, 0.5 for the median
   */
  public double quantile(BigDecimal order) {
    BigDecimal covered = BigDecimal.valueOf(cells.coveredShare());
    long wanted = order.multiply(covered).setScale(0, RoundingMode.CEILING).longValueExact();
    long reached = 0;
    for (int i = 0; i < cells.size(); i++) {
      reached += cells.share(i);
      if (reached >= wanted) {
        return cells.value(i);
      }
    }
    throw new IllegalArgumentException("no quantile of order " + order);
  }

  /**
   * For values that are directions in degrees: that of the sum of all unit vectors, 0 up to 360.
   * Opposite directions that cancel leave one to rounding.
   */
  public double meanDirection() {
    double east = sum(value -> Math.sin(Math.toRadians(value)));
    double north = sum(value -> Math.cos(Math.toRadians(value)));
    double direction = Math.toDegrees(Math.atan2(east, north));
    return direction < 0 ? direction + FULL_CIRCLE : direction;
  }

  private double sum(DoubleUnaryOperator of) {
    return IntStream.range(0, cells.size())
        .mapToDouble(i -> cells.cells(i) * of.applyAsDouble(cells.value(i)))
        .sum();
  }
}
