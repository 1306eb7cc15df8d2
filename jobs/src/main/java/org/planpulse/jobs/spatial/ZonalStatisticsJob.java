package org.planpulse.jobs.spatial;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.geometry.CellFractions;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.RasterLayer;

/**
 * Statistics and areas of every raster layer in every administrative unit and, where the layer asks
 * for it, in every control zone, exact by cell fraction. Sedona decodes the tiles and transforms
 * the zones; the counting is ours, because {@code RS_ZonalStats} miscounts zones that reach the
 * raster's right edge.
 *
 * <p>Every tile yields, for each zone, how its values are distributed over the zone; these merge to
 * those of the smallest units, and of all units above. No list of cells is ever gathered: a task
 * holds one tile, then the different values of one unit.
 */
public final class ZonalStatisticsJob implements Job {

  private static final StructType LAYER =
      StructType.fromDDL(
          "layer STRING, kind STRING, bins ARRAY<DOUBLE>, quantiles ARRAY<STRING>,"
              + " in_zones BOOLEAN");

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "zonal-statistics",
        new LocalText("栅格分区统计", "Raster statistics by unit"),
        List.of("silver.raster_tile", "silver.admin_unit", "silver.control_zone"),
        List.of("gold.raster_zone_stat", "gold.raster_zone_histogram"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "decode tiles, cut control zones by unit, transform both to the raster's CRS (Sedona)",
            "weigh each cell by its share inside the unit or zone, and by its ellipsoidal area",
            "merge over tiles and roll up to every level",
            "write statistics and histograms"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    CellFunctions.register(spark);
    run.warehouse().read("silver.raster_tile").createOrReplaceTempView("raster_tile");
    run.warehouse().read("silver.admin_unit").createOrReplaceTempView("admin_unit");
    run.warehouse().read("silver.control_zone").createOrReplaceTempView("control_zone");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    layers(spark, run.schemas().rasterLayers().values()).createOrReplaceTempView("raster_layer");

    tiles(spark)
        .flatMap(new TileZones(zones(spark)), Encoders.row(TileZones.PART))
        .createOrReplaceTempView("part");
    units(spark).localCheckpoint().createOrReplaceTempView("unit_cells");
    run.warehouse().replace("gold.raster_zone_stat", statistics(spark));
    run.warehouse().replace("gold.raster_zone_histogram", histogram(spark));
    return new JobResult(Map.of());
  }

  private static Dataset<Row> layers(SparkSession spark, Collection<RasterLayer> layers) {
    List<Row> rows =
        layers.stream()
            .map(
                layer ->
                    RowFactory.create(
                        layer.id(),
                        layer.kind().name(),
                        layer.bins().toArray(),
                        layer.quantiles().stream().map(BigDecimal::toPlainString).toArray(),
                        layer.controlZones()))
            .toList();
    return spark.createDataFrame(rows, LAYER);
  }

  /** Tiles with the corner and the cells of the whole raster they belong to. */
  private static Dataset<Row> tiles(SparkSession spark) {
    return spark.sql(
        """
        WITH tile AS (
          SELECT layer, year, regexp_replace(source_id, '![^!]*$', '') AS file,
                 tile_column, tile_row, pp_tile_grid(tile) AS grid
          FROM raster_tile
        ), place AS (
          SELECT layer, year, file, tile_column, tile_row, grid.* FROM tile
        ), grid AS (
          SELECT layer, year, file, min(west) AS west, max(north) AS north,
                 min_by(width, (tile_row, tile_column)) AS width,
                 min_by(height, (tile_row, tile_column)) AS height,
                 max(west + columns * width) AS east, min(north - rows * height) AS south
          FROM place GROUP BY layer, year, file
        )
        SELECT raster_tile.layer, raster_tile.year, unit, crs, tile,
               coalesce(in_zones, false) AS in_zones, west, north, width, height,
               CAST(round((east - west) / width) AS INT) AS columns,
               CAST(round((north - south) / height) AS INT) AS rows
        FROM raster_tile
        JOIN grid ON raster_tile.layer = grid.layer AND raster_tile.year <=> grid.year
                 AND startswith(source_id, concat(file, '!'))
        LEFT JOIN raster_layer ON raster_tile.layer = raster_layer.layer
        """);
  }

  /**
   * The smallest units, and the parts of control zones in each, in every CRS that rasters come in;
   * few enough to go to every task.
   */
  private static List<Zone> zones(SparkSession spark) {
    return spark
        .sql(
            """
            WITH unit AS (
              SELECT region_code AS unit,
                     ST_SetSRID(ST_GeomFromWKB(max_by(geometry, coalesce(year, 0))), 4490) AS shape
              FROM admin_unit
              WHERE geometry IS NOT NULL AND region_code NOT IN (
                SELECT parent_code FROM admin_unit WHERE parent_code IS NOT NULL)
              GROUP BY region_code
            ), control AS (
              SELECT zone_layer, zone_id, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS outline
              FROM control_zone
            ), place AS (
              SELECT '' AS zone_layer, '' AS zone_id, unit, shape FROM unit
              UNION ALL
              SELECT /*+ BROADCAST(unit) */ zone_layer, zone_id, unit,
                     ST_CollectionExtract(ST_Intersection(outline, shape), 3) AS shape
              FROM control JOIN unit ON ST_Intersects(outline, shape)
            )
            SELECT crs, zone_layer, zone_id, unit, ST_Transform(shape, 'EPSG:4490', crs) AS shape
            FROM place CROSS JOIN (SELECT DISTINCT crs FROM raster_tile)
            WHERE NOT ST_IsEmpty(shape)
            """)
        .collectAsList()
        .stream()
        .map(Zone::of)
        .toList();
  }

  private static Dataset<Row> units(SparkSession spark) {
    return spark.sql(
        """
        SELECT part.layer, year, zone_layer, zone_id, part.unit, min(value_unit) AS value_unit,
               coalesce(any_value(kind), 'AMOUNT') AS kind,
               coalesce(any_value(bins), array()) AS bins,
               coalesce(any_value(quantiles), array()) AS quantiles,
               pp_all_cells(cells) AS cells
        FROM part LEFT JOIN raster_layer ON part.layer = raster_layer.layer
        GROUP BY part.layer, year, zone_layer, zone_id, part.unit
        """);
  }

  private static Dataset<Row> statistics(SparkSession spark) {
    return spark.sql(
        """
        WITH region AS (
          SELECT layer, year, zone_layer, zone_id, region_code, min(value_unit) AS unit,
                 CAST(sum(pp_cells_m2(cells)) AS DECIMAL(20,2)) AS area_m2,
                 pp_cell_statistic(pp_all_cells(cells), first(kind), first(quantiles)) AS statistic
          FROM unit_cells JOIN ancestor USING (unit)
          GROUP BY layer, year, zone_layer, zone_id, region_code
        )
        SELECT * EXCEPT (statistic), statistic.* FROM region
        """);
  }

  /** Areas are rounded in the smallest units, so that units sum to their parents in every bin. */
  private static Dataset<Row> histogram(SparkSession spark) {
    return spark.sql(
        """
        WITH line AS (
          SELECT layer, year, zone_layer, zone_id, unit, value_unit,
                 inline(pp_cell_histogram(cells, kind, bins))
          FROM unit_cells
        )
        SELECT layer, year, zone_layer, zone_id, region_code, entry, class_value, above, up_to,
               CAST(sum(CAST(share AS DECIMAL(38,0))) AS DOUBLE) / %d AS cells,
               CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2, min(value_unit) AS unit
        FROM line JOIN ancestor USING (unit)
        GROUP BY ALL
        """
            .formatted(CellFractions.WHOLE));
  }
}
