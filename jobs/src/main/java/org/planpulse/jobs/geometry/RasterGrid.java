package org.planpulse.jobs.geometry;

import org.locationtech.jts.geom.Envelope;

/**
 * A north-up raster. Rows run from north to south; cells may be oblong.
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

  /** All of it. */
  public RasterWindow window() {
    return new RasterWindow(0, 0, columns, rows);
  }

  /** The cells that an extent in the raster's reference system touches. */
  RasterWindow window(Envelope extent) {
    int left = within(Math.floor(columnAt(extent.getMinX())), columns);
    int right = within(Math.ceil(columnAt(extent.getMaxX())), columns);
    int top = within(Math.floor(rowAt(extent.getMaxY())), rows);
    int bottom = within(Math.ceil(rowAt(extent.getMinY())), rows);
    return new RasterWindow(left, top, right - left, bottom - top);
  }

  /** Distance of {@code x} from the left edge, in cells. */
  double columnAt(double x) {
    return (x - west) / cellWidth;
  }

  /** Distance of {@code y} from the upper edge, in cells. */
  double rowAt(double y) {
    return (north - y) / cellHeight;
  }

  /** x of the left edge of a column. */
  double x(int column) {
    return west + column * cellWidth;
  }

  /** y of the upper edge of a row. */
  double y(int row) {
    return north - row * cellHeight;
  }

  private static int within(double value, int limit) {
    return (int) Math.max(0, Math.min(limit, value));
  }
}
