package org.planpulse.jobs.geometry;

/**
 * The cells of one tile of a raster.
 *
 * @param grid of the whole raster
 * @param window what of it the tile holds
 * @param values row by row from the tile's north-west corner; NaN where there is none
 */
public record RasterTile(RasterGrid grid, RasterWindow window, double[] values) {

  public RasterTile {
    if (values.length != window.columns() * window.rows()) {
      throw new IllegalArgumentException(
          "%d values for %d x %d cells".formatted(values.length, window.columns(), window.rows()));
    }
  }

  /** The value of a cell of the raster; NaN where the tile has none. */
  double at(int column, int row) {
    return window.contains(column, row) ? values[window.index(column, row)] : Double.NaN;
  }
}
