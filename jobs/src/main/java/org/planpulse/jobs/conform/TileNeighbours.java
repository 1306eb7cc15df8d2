package org.planpulse.jobs.conform;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.geometry.Terrain;

/** Values of a tile and of those around it, by place in the tile in the middle. */
final class TileNeighbours implements Terrain.Heights {

  private static final int MIDDLE = 1;

  private final GeoTiffTile middle;
  private final RasterGrid grid;

  /** By how far down and right a tile lies; null where there is none. */
  private final RasterGrid[][] grids = new RasterGrid[3][3];

  private final double[][][] values = new double[3][3][];

  /**
   * @param around {@code struct<right, down, tile>}, -1 to 1; the one in the middle is among them
   */
  TileNeighbours(List<Row> around) throws IOException {
    GeoTiffTile inTheMiddle = null;
    for (Row row : around) {
      int right = MIDDLE + row.<Integer>getAs("right");
      int down = MIDDLE + row.<Integer>getAs("down");
      GeoTiffTile tile = GeoTiffTile.of(row.getAs("tile"));
      grids[down][right] = tile.grid();
      values[down][right] = tile.values();
      if (right == MIDDLE && down == MIDDLE) {
        inTheMiddle = tile;
      }
    }
    this.middle = inTheMiddle;
    this.grid = grids[MIDDLE][MIDDLE];
  }

  GeoTiffTile middle() {
    return middle;
  }

  /** Of the tile in the middle. */
  RasterGrid grid() {
    return grid;
  }

  @Override
  public double at(int column, int row) {
    int right = side(column, grid.columns());
    int down = side(row, grid.rows());
    RasterGrid tile = grids[down][right];
    if (tile == null) {
      return Double.NaN;
    }
    int inColumn = inTile(column, right, tile.columns());
    return values[down][right][inTile(row, down, tile.rows()) * tile.columns() + inColumn];
  }

  private static int side(int place, int size) {
    if (place < 0) {
      return 0;
    }
    return place < size ? MIDDLE : 2;
  }

  /** The tile before is met at its end, the one after at its start. */
  private static int inTile(int place, int side, int size) {
    return switch (side) {
      case 0 -> size - 1;
      case MIDDLE -> place;
      default -> 0;
    };
  }
}
