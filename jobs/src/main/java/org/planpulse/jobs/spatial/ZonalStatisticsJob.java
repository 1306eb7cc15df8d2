package org.planpulse.jobs.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.geometry.ZonalStatistic;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/**
 * Mean of every raster layer over every administrative unit, exact by cell fraction. Sedona decodes
 * the tiles and transforms the units; the counting is ours, because {@code RS_ZonalStats} miscounts
 * zones that reach the raster's right edge.
 */
public final class ZonalStatisticsJob implements Job {

  private static final StructType PARTIAL =
      new StructType()
          .add("layer", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("unit", DataTypes.StringType)
          .add("value_unit", DataTypes.StringType)
          .add("total_cells", DataTypes.DoubleType)
          .add("covered_cells", DataTypes.DoubleType)
          .add("weighted_sum", DataTypes.DoubleType);

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "zonal-statistics",
        new LocalText("栅格分区统计", "Raster statistics by unit"),
        List.of("silver.raster_tile", "silver.admin_unit"),
        List.of("gold.raster_zone_stat"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "decode tiles and transform units to the raster's CRS (Sedona)",
            "weigh each cell by its share inside the unit",
            "sum over tiles and roll up to every level"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    run.warehouse().read("silver.raster_tile").createOrReplaceTempView("raster_tile");
    run.warehouse().read("silver.admin_unit").createOrReplaceTempView("admin_unit");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    tiles(spark)
        .flatMap(new PartialStatistics(zones(spark)), Encoders.row(PARTIAL))
        .createOrReplaceTempView("partial_statistic");
    run.warehouse().replace("gold.raster_zone_stat", rolledUp(spark));
    return new JobResult(Map.of());
  }

  private static Dataset<Row> tiles(SparkSession spark) {
    return spark.sql(
        """
        WITH decoded AS (
          SELECT layer, year, unit, crs, RS_FromGeoTiff(tile) AS raster FROM raster_tile
        )
        SELECT layer, year, unit, crs, RS_Width(raster) AS columns, RS_Height(raster) AS rows,
               RS_UpperLeftX(raster) AS west, RS_UpperLeftY(raster) AS north,
               RS_ScaleX(raster) AS cell_width, -RS_ScaleY(raster) AS cell_height,
               RS_BandNoDataValue(raster, 1) AS no_data, RS_BandAsArray(raster, 1) AS cells
        FROM decoded
        """);
  }

  /** The smallest units, in each CRS that rasters come in; few enough to go to every task. */
  private static List<Zone> zones(SparkSession spark) {
    return spark
        .sql(
            """
            SELECT crs, region_code,
                   ST_Transform(ST_SetSRID(ST_GeomFromWKB(geometry), 4490), 'EPSG:4490', crs) AS zone
            FROM admin_unit CROSS JOIN (SELECT DISTINCT crs FROM raster_tile)
            WHERE region_code NOT IN (
              SELECT parent_code FROM admin_unit WHERE parent_code IS NOT NULL)
            """)
        .collectAsList()
        .stream()
        .map(row -> new Zone(row.getString(0), row.getString(1), row.getAs(2)))
        .toList();
  }

  /** Sums as decimals, so that the mean does not depend on the order of tiles. */
  private static Dataset<Row> rolledUp(SparkSession spark) {
    return spark.sql(
        """
        SELECT layer, year, ancestor.region_code,
               try_divide(CAST(sum(CAST(weighted_sum AS DECIMAL(38,12))) AS DOUBLE),
                          CAST(sum(CAST(covered_cells AS DECIMAL(38,12))) AS DOUBLE)) AS mean,
               CAST(sum(CAST(covered_cells AS DECIMAL(38,12))) AS DOUBLE) AS covered_cells,
               CAST(sum(CAST(total_cells AS DECIMAL(38,12))) AS DOUBLE) AS total_cells,
               first(value_unit) AS unit
        FROM partial_statistic part JOIN ancestor ON part.unit = ancestor.unit
        GROUP BY layer, year, ancestor.region_code
        """);
  }

  private record Zone(String crs, String code, Geometry shape) implements Serializable {}

  /** One row a tile and unit that share cells. */
  private record PartialStatistics(List<Zone> zones) implements FlatMapFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Row tile) {
      RasterGrid grid =
          new RasterGrid(
              tile.<Integer>getAs("columns"),
              tile.<Integer>getAs("rows"),
              tile.getAs("west"),
              tile.getAs("north"),
              tile.getAs("cell_width"),
              tile.getAs("cell_height"));
      double[] cells =
          tile.<Double>getList(tile.fieldIndex("cells")).stream()
              .mapToDouble(Double::doubleValue)
              .toArray();
      Double noData = tile.getAs("no_data");
      List<Row> partials = new ArrayList<>();
      for (Zone zone : zones) {
        if (zone.crs().equals(tile.getAs("crs"))) {
          ZonalStatistic statistic =
              ZonalStatistic.of(zone.shape(), grid, cells, noData == null ? Double.NaN : noData);
          if (statistic.totalCells() > 0) {
            partials.add(partial(tile, zone, statistic));
          }
        }
      }
      return partials.iterator();
    }

    private static Row partial(Row tile, Zone zone, ZonalStatistic statistic) {
      return RowFactory.create(
          tile.getAs("layer"),
          tile.getAs("year"),
          zone.code(),
          tile.getAs("unit"),
          statistic.totalCells(),
          statistic.coveredCells(),
          statistic.weightedSum());
    }
  }
}
