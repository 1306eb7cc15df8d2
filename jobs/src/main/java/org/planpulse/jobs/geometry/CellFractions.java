package org.planpulse.jobs.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The exact share of each raster cell that a zone covers, in the plane of the raster.
 *
 * <p>Signed-area accumulation, as in the scan conversion of fonts: every piece of boundary inside a
 * cell tells how much of this cell, and of all cells to its right, it adds or takes away; a running
 * sum along the row gives the shares. Every cell follows from the boundary alone, with no sampling
 * and no overlay, in time proportional to the cells the boundary crosses plus the cells of the
 * zone's window.
 */
public final class CellFractions {

  /** Receives one covered cell; column and row count from 0 at the north-west corner. */
  @FunctionalInterface
  public interface Visitor {
    void visit(int column, int row, double fraction);
  }

  /** A share below this is rounding of a cell not touched. */
  private static final double SMALLEST_FRACTION = 1e-12;

  private final int firstColumn;
  private final int firstRow;
  private final int columns;
  private final int rows;

  /** Change of coverage from the cell on the left; one cell more than the window in each row. */
  private final double[] steps;

  private CellFractions(int firstColumn, int firstRow, int columns, int rows) {
    this.firstColumn = firstColumn;
    this.firstRow = firstRow;
    this.columns = columns;
    this.rows = rows;
    this.steps = new double[Math.multiplyExact(columns + 1, rows)];
  }

  /**
   * @param zone valid Polygon or MultiPolygon in the raster's reference system; parts outside the
   *     raster do not count
   */
  public static CellFractions of(Geometry zone, RasterGrid grid) {
    Envelope extent = zone.getEnvelopeInternal();
    if (extent.isNull()) {
      return new CellFractions(0, 0, 0, 0);
    }
    int left = within(Math.floor(grid.columnAt(extent.getMinX())), grid.columns());
    int right = within(Math.ceil(grid.columnAt(extent.getMaxX())), grid.columns());
    int top = within(Math.floor(grid.rowAt(extent.getMaxY())), grid.rows());
    int bottom = within(Math.ceil(grid.rowAt(extent.getMinY())), grid.rows());
    CellFractions fractions = new CellFractions(left, top, right - left, bottom - top);
    fractions.addZone(zone, grid);
    return fractions;
  }

  /** Calls {@code visitor} for every covered cell, row by row, with its share in (0, 1]. */
  public void forEach(Visitor visitor) {
    for (int row = 0; row < rows; row++) {
      double coverage = 0;
      for (int column = 0; column < columns; column++) {
        coverage += steps[row * (columns + 1) + column];
        if (coverage > SMALLEST_FRACTION) {
          visitor.visit(firstColumn + column, firstRow + row, Math.min(coverage, 1));
        }
      }
    }
  }

  private static int within(double value, int limit) {
    return (int) Math.max(0, Math.min(limit, value));
  }

  private void addZone(Geometry zone, RasterGrid grid) {
    if (columns == 0 || rows == 0) {
      return;
    }
    for (int i = 0; i < zone.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) zone.getGeometryN(i);
      addRing(polygon.getExteriorRing(), grid, 1);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        addRing(polygon.getInteriorRingN(hole), grid, -1);
      }
    }
  }

  private void addRing(LinearRing ring, RasterGrid grid, int sign) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int direction = Orientation.isCCW(points) ? sign : -sign;
    double column = grid.columnAt(points.getX(0)) - firstColumn;
    double row = grid.rowAt(points.getY(0)) - firstRow;
    for (int i = 1; i < points.size(); i++) {
      double nextColumn = grid.columnAt(points.getX(i)) - firstColumn;
      double nextRow = grid.rowAt(points.getY(i)) - firstRow;
      if (row < nextRow) {
        addEdge(column, row, nextColumn, nextRow, direction);
      } else if (row > nextRow) {
        addEdge(nextColumn, nextRow, column, row, -direction);
      }
      column = nextColumn;
      row = nextRow;
    }
  }

  /** Cuts an edge that runs downwards into its pieces between the lines of the rows. */
  private void addEdge(double column1, double row1, double column2, double row2, int sign) {
    double slope = (column2 - column1) / (row2 - row1);
    int last = within(Math.ceil(row2), rows);
    for (int row = within(Math.floor(row1), rows); row < last; row++) {
      double from = Math.max(row1, row);
      double to = Math.min(row2, row + 1);
      double start = column1 + (from - row1) * slope;
      double end = column1 + (to - row1) * slope;
      addPiece(row, Math.min(start, end), Math.max(start, end), sign * (to - from));
    }
  }

  /** Cuts a piece within one row into its parts between the lines of the columns. */
  private void addPiece(int row, double left, double right, double height) {
    if (right <= 0) {
      addPart(row, 0, 0, height);
      return;
    }
    double width = right - left;
    if (left < 0) {
      addPart(row, 0, 0, -left / width * height);
    }
    int last = within(Math.floor(right), columns - 1);
    for (int column = within(Math.floor(left), columns); column <= last; column++) {
      double from = Math.max(left, column);
      double to = Math.min(right, column + 1);
      double share = width > 0 ? (to - from) / width : 1;
      addPart(row, column, (from + to) / 2 - column, share * height);
    }
  }

  /**
   * @param offset mean distance of the part from the left edge of its cell, 0 to 1
   * @param height rise of coverage, in cells, of all that lies to the right of the part
   */
  private void addPart(int row, int column, double offset, double height) {
    int cell = row * (columns + 1) + column;
    steps[cell] += height * (1 - offset);
    steps[cell + 1] += height * offset;
  }
}
