package org.planpulse.jobs.geometry;

/**
 * Slope and aspect of a height model by the differences of Horn (1981): the gradient along rows is
 * the mean of the three rows about a cell, the middle one counting twice, and likewise along
 * columns.
 *
 * <p>A missing neighbour, at the edge of the model or without data, leaves the one-sided difference
 * of its row or column; one without any difference is left out of the mean. So a plane has its
 * slope in every cell, and no cell with a neighbour on a row and one on a column is lost. Programs
 * that demand all nine cells lose the rim.
 */
public final class Terrain {

  /** What is derived from heights. */
  public enum Measure {
    /** Degrees from the horizontal. */
    SLOPE,
    /**
     * Direction of steepest descent, degrees clockwise from the north of the grid, 0 up to 360;
     * none where the land is flat.
     */
    ASPECT
  }

  private static final double FULL_CIRCLE = 360;

  private final Heights heights;
  private final RasterGrid grid;
  private final boolean degrees;

  /** Heights in metres; NaN where there are none. */
  @FunctionalInterface
  public interface Heights {
    double at(int column, int row);
  }

  /**
   * @param heights also of the cells around those asked for
   * @param degrees whether the grid's unit is the degree and not the metre
   */
  public Terrain(Heights heights, RasterGrid grid, boolean degrees) {
    this.heights = heights;
    this.grid = grid;
    this.degrees = degrees;
  }

  /**
   * @param decimals to which values are rounded, so that they are few
   * @return row by row of the window; NaN where there is none
   */
  public double[] derive(Measure measure, RasterWindow window, int decimals) {
    double[] derived = new double[window.columns() * window.rows()];
    double scale = Math.pow(10, decimals);
    for (int row = window.firstRow(); row < window.endRow(); row++) {
      double width = metresEastward(row);
      double height = metresNorthward(row);
      for (int column = window.firstColumn(); column < window.endColumn(); column++) {
        double east = alongRows(column, row) / width;
        double south = alongColumns(column, row) / height;
        double value = measure == Measure.SLOPE ? slope(east, south) : aspect(east, south);
        double rounded = Math.rint(value * scale) / scale;
        // -0.0 is 0.0, as the full circle is.
        derived[window.index(column, row)] = rounded == FULL_CIRCLE ? 0 : rounded + 0.0;
      }
    }
    return derived;
  }

  private static double slope(double east, double south) {
    return Math.toDegrees(Math.atan(Math.hypot(east, south)));
  }

  private static double aspect(double east, double south) {
    if (east == 0 && south == 0) {
      return Double.NaN;
    }
    double direction = Math.toDegrees(Math.atan2(-east, south));
    return direction < 0 ? direction + FULL_CIRCLE : direction;
  }

  /** Rise from one column to the next. */
  private double alongRows(int column, int row) {
    double here = heights.at(column, row);
    return Double.isNaN(here)
        ? here
        : mean(
            difference(column - 1, row - 1, 1, 0),
            difference(column - 1, row, 1, 0),
            difference(column - 1, row + 1, 1, 0));
  }

  /** Rise from one row to the next. */
  private double alongColumns(int column, int row) {
    return mean(
        difference(column - 1, row - 1, 0, 1),
        difference(column, row - 1, 0, 1),
        difference(column + 1, row - 1, 0, 1));
  }

  /** Mean rise a step of three cells in a line, of two of them if one is missing. */
  private double difference(int column, int row, int right, int down) {
    double first = heights.at(column, row);
    double middle = heights.at(column + right, row + down);
    double last = heights.at(column + 2 * right, row + 2 * down);
    if (Double.isNaN(first)) {
      return last - middle;
    }
    return Double.isNaN(last) ? middle - first : (last - first) / 2;
  }

  /** The middle one counts twice, one that is not a number not at all. */
  private static double mean(double before, double middle, double after) {
    double sum = 0;
    int weights = 0;
    if (!Double.isNaN(before)) {
      sum += before;
      weights++;
    }
    if (!Double.isNaN(middle)) {
      sum += 2 * middle;
      weights += 2;
    }
    if (!Double.isNaN(after)) {
      sum += after;
      weights++;
    }
    return sum / weights;
  }

  /** Width of a cell in the middle of a row. */
  private double metresEastward(int row) {
    return degrees ? grid.cellWidth() * Cgcs2000.metresEastward(latitude(row)) : grid.cellWidth();
  }

  /** Height of a cell in the middle of a row. */
  private double metresNorthward(int row) {
    return degrees
        ? grid.cellHeight() * Cgcs2000.metresNorthward(latitude(row))
        : grid.cellHeight();
  }

  private double latitude(int row) {
    return grid.north() - (row + 0.5) * grid.cellHeight();
  }
}
