package org.planpulse.jobs.geometry;

import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/**
 * Statistic of a raster over a zone, each cell weighing the share of it that the zone covers.
 * Partial statistics of the tiles of one raster add up.
 *
 * @param totalCells cells of the raster inside the zone, as a sum of shares
 * @param coveredCells those of them that hold a value
 * @param weightedSum sum of share times value over the covered cells
 */
public record ZonalStatistic(double totalCells, double coveredCells, double weightedSum) {

  public static final ZonalStatistic EMPTY = new ZonalStatistic(0, 0, 0);

  /**
   * @param zone Polygon or MultiPolygon in the raster's reference system
   * @param values row by row from the north-west corner
   * @param noData value that stands for none, beside NaN
   */
  public static ZonalStatistic of(Geometry zone, RasterGrid grid, double[] values, double noData) {
    if (values.length != grid.columns() * grid.rows()) {
      throw new IllegalArgumentException(
          "%d values for %d x %d cells".formatted(values.length, grid.columns(), grid.rows()));
    }
    double[] sums = new double[3];
    CellFractions.of(zone, grid)
        .forEach(
            (column, row, fraction) -> {
              double value = values[row * grid.columns() + column];
              sums[0] += fraction;
              if (!Double.isNaN(value) && value != noData) {
                sums[1] += fraction;
                sums[2] += fraction * value;
              }
            });
    return new ZonalStatistic(sums[0], sums[1], sums[2]);
  }

  public ZonalStatistic plus(ZonalStatistic other) {
    return new ZonalStatistic(
        totalCells + other.totalCells,
        coveredCells + other.coveredCells,
        weightedSum + other.weightedSum);
  }

  /** Mean of the covered cells; empty where none is covered, which is not zero. */
  public OptionalDouble mean() {
    return coveredCells > 0
        ? OptionalDouble.of(weightedSum / coveredCells)
        : OptionalDouble.empty();
  }
}
