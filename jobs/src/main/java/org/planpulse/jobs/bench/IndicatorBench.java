package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.indicators.IndicatorJob;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Input;

/**
 * What the indicators of many units cost: the job alone, on generated tables of a city with units
 * that have land of every class, zones, rasters and all statistics, from 2020 to 2025.
 */
public final class IndicatorBench implements AutoCloseable {

  private final BenchWarehouse bench;
  private final Schemas schemas;
  private final DeltaWarehouse warehouse;

  /**
   * @param values indicators that have a value, of all regions and years
   */
  public record Outcome(double seconds, long values) {}

  /**
   * @param folder for the warehouse, which is deleted afterwards
   */
  public IndicatorBench(Path folder, Settings.Spark spark) throws IOException {
    this.bench = BenchWarehouse.in(folder, "indicators", spark);
    this.schemas = bench.schemas();
    this.warehouse = bench.tables();
  }

  /** Writes the tables of so many units, then runs the job. */
  public Outcome of(int units) {
    write(units);
    long start = System.nanoTime();
    long values =
        new IndicatorJob()
            .run(bench.run(), new IssueStore(schemas.issueKinds()))
            .counts()
            .get("values");
    return new Outcome((System.nanoTime() - start) / 1e9, values);
  }

  private void write(int units) {
    view("item", Input::statistic);
    view("zone_layer", Input::zone);
    view("raster", Input::raster);
    SparkSession spark = warehouse.spark();
    spark
        .createDataset(List.copyOf(schemas.landClasses().keySet()), Encoders.STRING())
        .toDF("dlbm")
        .createOrReplaceTempView("land_class");
    spark
        .sql(
            "SELECT '%1$s' AS region_code, 'city' AS level, CAST(NULL AS STRING) AS parent_code"
                    .formatted(bench.city())
                + " UNION ALL SELECT format_string('%1$s%%06d', id), 'village', '%1$s' FROM range(%2$d)"
                    .formatted(bench.city(), units))
        .createOrReplaceTempView("unit");
    spark
        .sql("SELECT *, explode(sequence(2020, 2025)) AS year FROM unit")
        .createOrReplaceTempView("unit_year");
    replace("silver.admin_unit", "SELECT *, region_code AS name, 1e6BD AS area_m2 FROM unit");
    replace(
        "silver.statistic",
        "SELECT region_code, year, item_code, 1D * year AS si_value, '1' AS si_unit, 'OK' AS"
            + " value_status FROM unit_year CROSS JOIN item");
    replace(
        "silver.control_zone",
        "SELECT item_code AS zone_layer, '1' AS zone_id, 0BD AS area_m2, X'' AS geometry FROM"
            + " zone_layer");
    replace(
        "silver.land_parcel",
        "SELECT year, '1' AS bsm, '0401' AS dlbm, region_code, 0BD AS area_m2, 0D AS"
            + " deducted_share, 0BD AS deducted_m2, 0BD AS net_area_m2, X'' AS geometry, 0D AS"
            + " minx, 0D AS miny, 0D AS maxx, 0D AS maxy, '' AS content_hash, ''"
            + " AS geometry_hash FROM unit_year WHERE parent_code IS NULL");
    replaceGold(
        "gold.land_area",
        "SELECT region_code, year, dlbm, if(dlbm < '0800', '201', '') AS czcsxm, 1000BD + year AS"
            + " area_m2, 0BD AS deducted_m2, 1L AS parcels FROM unit_year CROSS JOIN land_class");
    replaceGold(
        "gold.zone_land_area",
        "SELECT item_code AS zone_layer, '1' AS zone_id, region_code, year, dlbm, '201' AS czcsxm,"
            + " 10BD AS area_m2, 1L AS parcels FROM unit_year CROSS JOIN zone_layer CROSS JOIN"
            + " (SELECT * FROM land_class LIMIT 10)");
    replaceGold(
        "gold.raster_zone_stat",
        "SELECT item_code AS layer, year, '' AS zone_layer, '' AS zone_id, region_code, 0.2D AS"
            + " mean, 1D AS covered_cells, 1D AS total_cells, 0BD AS area_m2 FROM unit_year CROSS"
            + " JOIN raster");
    for (String table :
        List.of(
            "silver.observation",
            "silver.raster_tile",
            "silver.register_entry",
            "silver.theme_feature",
            "gold.service_coverage")) {
      warehouse.ensure(table);
    }
  }

  /** What the inputs of the catalogue name, in a column {@code item_code}. */
  private void view(String name, Function<Input, String> key) {
    List<String> keys =
        schemas.indicators().stream()
            .flatMap(indicator -> indicator.inputs().values().stream())
            .map(key)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    warehouse
        .spark()
        .createDataset(keys, Encoders.STRING())
        .toDF("item_code")
        .createOrReplaceTempView(name);
  }

  private void replace(String table, String sql) {
    Dataset<Row> rows = warehouse.spark().sql(sql);
    warehouse.replace(
        table,
        rows.selectExpr("*", "'' AS dataset", "'' AS source_id", "DATE'2026-01-01' AS known_from"));
  }

  private void replaceGold(String table, String sql) {
    warehouse.replace(table, warehouse.spark().sql(sql));
  }

  @Override
  public void close() throws IOException {
    bench.close();
  }
}
