package org.planpulse.jobs.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
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
 *
 * <p>Shares are whole numbers of {@code 1 / WHOLE} of a cell, and places are counted from the
 * raster's corner. So a share is the same whichever tile the cell lies in, sums depend on no order,
 * and an edge gives the zone on its one side just what it takes from the one on the other: zones
 * that share their edges add up to {@link #WHOLE} in every cell, to the last unit.
 */
public final class CellFractions {

  /** The share of a cell that is covered all over. Sums hold two thousand million cells. */
  public static final long WHOLE = 1L << 32;

  /** Receives one covered cell; column and row count from 0 at the raster's north-west corner. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param share of the cell, in {@code 1 / WHOLE}; may pass {@link #WHOLE} by the rounding of a
     *     few units
     */
    void visit(int column, int row, long share);
  }

  private final RasterWindow window;

  /** Change of coverage from the cell on the left; one cell more than the window in each row. */
  private final long[] steps;

  private CellFractions(RasterWindow window) {
    this.window = window;
    this.steps = new long[Math.multiplyExact(window.columns() + 1, window.rows())];
  }

  /**
   * @param zone valid Polygon or MultiPolygon in the raster's reference system; parts outside the
   *     raster do not count
   * @param tile the cells asked for
   */
  public static CellFractions of(Geometry zone, RasterGrid grid, RasterWindow tile) {
    if (zone.isEmpty()) {
      return new CellFractions(new RasterWindow(0, 0, 0, 0));
    }
    CellFractions fractions =
        new CellFractions(tile.intersection(grid.window(zone.getEnvelopeInternal())));
    fractions.addZone(zone, grid);
    return fractions;
  }

  /** Calls {@code visitor} for every covered cell, row by row. */
  public void forEach(Visitor visitor) {
    for (int row = 0; row < window.rows(); row++) {
      long share = 0;
      for (int column = 0; column < window.columns(); column++) {
        share += steps[row * (window.columns() + 1) + column];
        if (share > 0) {
          visitor.visit(window.firstColumn() + column, window.firstRow() + row, share);
        }
      }
    }
  }

  private void addZone(Geometry zone, RasterGrid grid) {
    if (window.isEmpty()) {
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
    double column = grid.columnAt(points.getX(0));
    double row = grid.rowAt(points.getY(0));
    for (int i = 1; i < points.size(); i++) {
      double nextColumn = grid.columnAt(points.getX(i));
      double nextRow = grid.rowAt(points.getY(i));
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
    int last = (int) Math.min(Math.ceil(row2), window.endRow());
    for (int row = (int) Math.max(Math.floor(row1), window.firstRow()); row < last; row++) {
      double from = Math.max(row1, row);
      double to = Math.min(row2, row + 1);
      double start = column1 + (from - row1) * slope;
      double end = column1 + (to - row1) * slope;
      long height = units(to - row) - units(from - row);
      addPiece(row, new Piece(Math.min(start, end), Math.max(start, end), height), sign);
    }
  }

  /** Cuts a piece within one row into its parts between the lines of the columns. */
  private void addPiece(int row, Piece piece, int sign) {
    long done = piece.heightLeftOf(window.firstColumn());
    addStep(window.firstColumn(), row, sign * done);
    int last = (int) Math.min(Math.floor(piece.right), window.endColumn() - 1.0);
    int column = (int) Math.max(Math.floor(piece.left), window.firstColumn());
    for (; column <= last; column++) {
      long upToHere = piece.heightLeftOf(column + 1);
      long height = upToHere - done;
      double from = Math.max(piece.left, column);
      double to = Math.min(piece.right, column + 1);
      long below = Math.round(height * (1 - ((from + to) / 2 - column)));
      addStep(column, row, sign * below);
      addStep(column + 1, row, sign * (height - below));
      done = upToHere;
    }
  }

  private void addStep(int column, int row, long units) {
    steps[(row - window.firstRow()) * (window.columns() + 1) + column - window.firstColumn()] +=
        units;
  }

  private static long units(double share) {
    return Math.round(share * WHOLE);
  }

  /**
   * A piece of an edge within one row.
   *
   * @param height rise of coverage of all that lies to the right of the piece, in {@code 1 / WHOLE}
   */
  private record Piece(double left, double right, long height) {

    /** What the part left of a column's left edge adds to the height. */
    long heightLeftOf(int column) {
      if (column <= left) {
        return 0;
      }
      return column >= right ? height : Math.round(height * ((column - left) / (right - left)));
    }
  }
}
