package org.planpulse.jobs.spatial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.conform.GeoTiffTile;
import org.planpulse.jobs.geometry.CellAreas;
import org.planpulse.jobs.geometry.CellDistribution;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.geometry.RasterTile;
import org.planpulse.jobs.geometry.RasterWindow;

/** Counts the cells of a tile: one row for each zone that it shares cells with. */
record TileZones(List<Zone> zones) implements FlatMapFunction<Row, Row> {

  /** {@code cells} is a {@link CellDistribution}. */
  static final StructType PART =
      StructType.fromDDL(
          "layer STRING, year INT, zone_layer STRING, zone_id STRING, unit STRING,"
              + " value_unit STRING, cells BINARY");

  @Override
  public Iterator<Row> call(Row row) throws IOException {
    RasterTile tile = tile(row);
    CellAreas areas = CellAreas.of(tile.grid(), tile.window(), row.getAs("crs"));
    List<Row> parts = new ArrayList<>();
    for (Zone zone : zones) {
      if (isWanted(zone, row)) {
        CellDistribution cells = CellDistribution.of(zone.shape(), tile, areas);
        if (cells.totalCells() > 0) {
          parts.add(part(row, zone, cells));
        }
      }
    }
    return parts.iterator();
  }

  private static boolean isWanted(Zone zone, Row tile) {
    return zone.crs().equals(tile.getAs("crs"))
        && (!zone.isControlZone() || tile.<Boolean>getAs("in_zones"));
  }

  private static RasterTile tile(Row row) throws IOException {
    RasterGrid grid =
        new RasterGrid(
            row.<Integer>getAs("columns"),
            row.<Integer>getAs("rows"),
            row.getAs("west"),
            row.getAs("north"),
            row.getAs("width"),
            row.getAs("height"));
    GeoTiffTile tile = GeoTiffTile.of(row.getAs("tile"));
    RasterGrid own = tile.grid();
    int firstColumn = (int) Math.round((own.west() - grid.west()) / grid.cellWidth());
    int firstRow = (int) Math.round((grid.north() - own.north()) / grid.cellHeight());
    return new RasterTile(
        grid, new RasterWindow(firstColumn, firstRow, own.columns(), own.rows()), tile.values());
  }

  private static Row part(Row tile, Zone zone, CellDistribution cells) {
    return RowFactory.create(
        tile.getAs("layer"),
        tile.getAs("year"),
        zone.layer(),
        zone.id(),
        zone.unit(),
        tile.getAs("unit"),
        cells.toBytes());
  }
}
