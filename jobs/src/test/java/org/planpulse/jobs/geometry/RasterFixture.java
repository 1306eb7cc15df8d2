package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A raster in any tiles. */
record RasterFixture(RasterGrid grid, double[] values, String crs) {

  RasterTile tile(int column, int row, int columns, int rows) {
    RasterWindow window =
        new RasterWindow(
            column,
            row,
            Math.min(columns, grid.columns() - column),
            Math.min(rows, grid.rows() - row));
    double[] cells = new double[window.columns() * window.rows()];
    for (int y = row; y < window.endRow(); y++) {
      for (int x = column; x < window.endColumn(); x++) {
        cells[window.index(x, y)] = values[y * grid.columns() + x];
      }
    }
    return new RasterTile(grid, window, cells);
  }

  List<CellDistribution> parts(Geometry zone, int tileColumns, int tileRows) {
    List<CellDistribution> parts = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row += tileRows) {
      for (int column = 0; column < grid.columns(); column += tileColumns) {
        RasterTile tile = tile(column, row, tileColumns, tileRows);
        parts.add(CellDistribution.of(zone, tile, CellAreas.of(grid, tile.window(), crs)));
      }
    }
    return parts;
  }

  CellDistribution cells(Geometry zone) {
    return parts(zone, grid.columns(), grid.rows()).get(0);
  }
}
