package org.planpulse.jobs.geometry;

import java.util.stream.IntStream;
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

  /** m², row by row of the tile; null until a row is asked for. */
  private final double[][] rows;

  private CellAreas(RasterGrid grid, RasterWindow tile, ToCgcs2000 toDegrees) {
    this.grid = grid;
    this.tile = tile;
    this.toDegrees = toDegrees;
    this.rows = new double[tile.rows()][];
  }

  /**
   * @param crs of the raster, on a datum whose degrees are those of CGCS2000
   * @throws IllegalArgumentException for any other system; none comes into the warehouse
   */
  public static CellAreas of(RasterGrid grid, RasterWindow tile, String crs) {
    ToCgcs2000 toDegrees =
        ToCgcs2000.of(crs, DatumShifts.NONE)
            .orElseThrow(() -> new IllegalArgumentException("no way to degrees from " + crs));
    return new CellAreas(grid, tile, toDegrees);
  }

  /** m² of one cell; column and row count from the raster's corner. */
  public double squareMetres(int column, int row) {
    int inTile = row - tile.firstRow();
    if (rows[inTile] == null) {
      rows[inTile] = row(row);
    }
    return rows[inTile][column - tile.firstColumn()];
  }

  private double[] row(int row) {
    Coordinate[] upper = corners(row);
    Coordinate[] lower = corners(row + 1);
    return IntStream.range(0, tile.columns())
        .mapToDouble(i -> area(upper[i], upper[i + 1], lower[i + 1], lower[i]))
        .toArray();
  }

  /** The corners along the upper edge of a row, in degrees. */
  private Coordinate[] corners(int row) {
    Coordinate[] corners =
        IntStream.rangeClosed(tile.firstColumn(), tile.endColumn())
            .mapToObj(column -> new Coordinate(grid.x(column), grid.y(row)))
            .toArray(Coordinate[]::new);
    try {
      return toDegrees.apply(SHAPES.createMultiPointFromCoords(corners)).getCoordinates();
    } catch (TransformException e) {
      throw new IllegalArgumentException("outside the projection: " + corners[0], e);
    }
  }

  private static double area(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    Geometry cell = SHAPES.createPolygon(new Coordinate[] {a, b, c, d, a});
    return EllipsoidalArea.squareMetres(cell);
  }
}
