package org.planpulse.jobs.geometry;

/**
 * A north-up raster or tile of one. Rows run from north to south; cells may be oblong.
 *
 * @param west x of the left edge of the first column, in the raster's reference system
 * @param north y of the upper edge of the first row
 * @param cellWidth positive
 * @param cellHeight positive
 */
public record RasterGrid(
    int columns, int rows, double west, double north, double cellWidth, double cellHeight) {

  public RasterGrid {
    if (columns < 1 || rows < 1 || !(cellWidth > 0) || !(cellHeight > 0)) {
      throw new IllegalArgumentException(
          "no raster: %d x %d cells of %s x %s".formatted(columns, rows, cellWidth, cellHeight));
    }
  }

  /** Distance of {@code x} from the left edge, in cells. */
  double columnAt(double x) {
    return (x - west) / cellWidth;
  }

  /** Distance of {@code y} from the upper edge, in cells. */
  double rowAt(double y) {
    return (north - y) / cellHeight;
  }
}
