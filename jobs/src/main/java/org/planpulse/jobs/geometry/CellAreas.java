package org.planpulse.jobs.geometry;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Areas of the cells of a raster on the CGCS2000 ellipsoid by the official method: the band between
 * two parallels for a raster in degrees, the figure of the four corners in degrees for a projected
 * one. Neighbours share corners, so cells add up to what they cover.
 */
public final class CellAreas {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final RasterGrid grid;
  private final RasterWindow tile;
  private final ToCgcs2000 toDegrees;
  private final boolean geographic;

  /** m², row by row of the tile; null until a row is asked for. */
  private final double[][] rows;

  /** In degrees, along the upper edges of the tile's rows and below the last. */
  private final Coordinate[][] corners;

  private CellAreas(RasterGrid grid, RasterWindow tile, ToCgcs2000 toDegrees, boolean geographic) {
    this.grid = grid;
    this.tile = tile;
    this.toDegrees = toDegrees;
    this.geographic = geographic;
    this.rows = new double[tile.rows()][];
    this.corners = new Coordinate[tile.rows() + 1][];
  }

  /**
   * @param crs of the raster, on a datum whose degrees are those of CGCS2000
   * @throws IllegalArgumentException for any other system; none comes into the warehouse
   */
  public static CellAreas of(RasterGrid grid, RasterWindow tile, String crs) {
    try {
      ToCgcs2000 toDegrees = ToCgcs2000.of(crs, DatumShifts.NONE).orElseThrow();
      return new CellAreas(grid, tile, toDegrees, ReferenceSystem.isGeographic(crs));
    } catch (FactoryException | NoSuchElementException e) {
      throw new IllegalArgumentException("no way to degrees from " + crs, e);
    }
  }

  /** m² of one cell; column and row count from the raster's corner. */
  public double squareMetres(int column, int row) {
    int inTile = row - tile.firstRow();
    if (rows[inTile] == null) {
      rows[inTile] = geographic ? band(row) : row(inTile);
    }
    return rows[inTile][column - tile.firstColumn()];
  }

  /** Cells between two parallels are alike. */
  private double[] band(int row) {
    double[] areas = new double[tile.columns()];
    Arrays.fill(
        areas, area(corner(0, row), corner(1, row), corner(1, row + 1), corner(0, row + 1)));
    return areas;
  }

  private double[] row(int inTile) {
    Coordinate[] upper = corners(inTile);
    Coordinate[] lower = corners(inTile + 1);
    double[] areas = new double[tile.columns()];
    Arrays.setAll(areas, i -> area(upper[i], upper[i + 1], lower[i + 1], lower[i]));
    return areas;
  }

  private Coordinate[] corners(int inTile) {
    if (corners[inTile] == null) {
      Coordinate[] plane = new Coordinate[tile.columns() + 1];
      Arrays.setAll(plane, i -> corner(tile.firstColumn() + i, tile.firstRow() + inTile));
      corners[inTile] = inDegrees(plane);
    }
    return corners[inTile];
  }

  private Coordinate[] inDegrees(Coordinate[] plane) {
    try {
      return toDegrees.apply(SHAPES.createLineString(plane)).getCoordinates();
    } catch (TransformException e) {
      throw new IllegalArgumentException("outside the projection: " + plane[0], e);
    }
  }

  private Coordinate corner(int column, int row) {
    return new Coordinate(grid.x(column), grid.y(row));
  }

  private static double area(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    Geometry cell = SHAPES.createPolygon(new Coordinate[] {a, b, c, d, a});
    return EllipsoidalArea.squareMetres(cell);
  }
}
