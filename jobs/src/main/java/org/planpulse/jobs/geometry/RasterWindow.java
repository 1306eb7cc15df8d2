package org.planpulse.jobs.geometry;

/**
 * The part of a raster that one tile holds.
 *
 * @param firstColumn counted from the raster's left edge
 * @param firstRow counted from the raster's upper edge
 */
public record RasterWindow(int firstColumn, int firstRow, int columns, int rows) {

  public RasterWindow {
    if (firstColumn < 0 || firstRow < 0 || columns < 0 || rows < 0) {
      throw new IllegalArgumentException(
          "no window: %d x %d cells from %d, %d".formatted(columns, rows, firstColumn, firstRow));
    }
  }

  boolean isEmpty() {
    return columns == 0 || rows == 0;
  }

  boolean contains(int column, int row) {
    return column >= firstColumn && column < endColumn() && row >= firstRow && row < endRow();
  }

  /** The cells of both. */
  RasterWindow intersection(RasterWindow other) {
    int left = Math.max(firstColumn, other.firstColumn);
    int top = Math.max(firstRow, other.firstRow);
    int right = Math.min(endColumn(), other.endColumn());
    int bottom = Math.min(endRow(), other.endRow());
    return new RasterWindow(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** The column right of the last one. */
  int endColumn() {
    return firstColumn + columns;
  }

  /** The row below the last one. */
  int endRow() {
    return firstRow + rows;
  }

  /** Place of a cell of the raster among the window's cells, row by row. */
  int index(int column, int row) {
    return (row - firstRow) * columns + column - firstColumn;
  }
}
