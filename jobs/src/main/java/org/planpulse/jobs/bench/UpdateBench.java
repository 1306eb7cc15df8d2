package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.ContentHash;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.LastRun;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.spatial.ZoneOverlayJob;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.samples.overlay.OverlaySample;

/**
 * What a corrected layer costs: the job on land inside control lines in full, and after one parcel
 * in a hundred was reclassified or redrawn. Both on the same warehouse in one session; the result
 * of the update is compared with that of a full run.
 */
public final class UpdateBench implements AutoCloseable {

  private static final String SUMS = "gold.zone_land_area";
  private static final DecimalType AREA = DataTypes.createDecimalType(20, 2);
  private static final String CHANGED = "pmod(hash(bsm), 100) = 0";

  private final Path files;
  private final BenchWarehouse bench;
  private final DeltaWarehouse warehouse;

  /**
   * How long a run took, and what it did.
   *
   * @param overlaid parcels that were overlaid again
   */
  public record Outcome(double seconds, long parcels, long overlaid) {}

  /**
   * @param folder for files and the warehouse
   */
  public UpdateBench(Path folder, int parcels, Settings.Spark spark)
      throws IOException, InterruptedException {
    this.files = new SampleFiles(folder, folder.resolve("bench.log")).of(parcels);
    this.bench = BenchWarehouse.in(folder, "update", spark);
    this.warehouse = bench.tables();
  }

  /** Loads the files; then {@link #inFull} and {@link #change} may be called. */
  public void load() {
    SparkSession spark = warehouse.spark();
    spark.udf().register("area_m2", (UDF1<Geometry, Object>) EllipsoidalArea::roundedM2, AREA);
    spark
        .udf()
        .register("content_hash", (UDF1<Geometry, String>) ContentHash::of, DataTypes.StringType);
    write(
        "silver.land_parcel",
        withHashes(
            layer(OverlaySample.PARCELS + "_[0-9]")
                .selectExpr("2025 AS year", "BSM AS bsm", "DLBM AS dlbm", "geometry AS shape")));
    String zones = String.join(",", OverlaySample.ZONE_LAYERS);
    write(
        "silver.control_zone",
        layer("{" + zones + "}")
            .selectExpr(
                "LAYER AS zone_layer",
                "ID AS zone_id",
                "area_m2(geometry) AS area_m2",
                "ST_AsBinary(geometry) AS geometry"));
    write(
        "silver.admin_unit",
        spark.sql(
            "SELECT '%1$s' AS region_code, '%1$s' AS name, 'city' AS level"
                .formatted(bench.city())));
  }

  /** Runs the job in full. */
  public Outcome inFull() {
    return timed(bench.run());
  }

  /** Changes one parcel in a hundred and runs the job after what it did before. */
  public Outcome change() {
    LastRun last = versions();
    Dataset<Row> parcels =
        warehouse
            .read("silver.land_parcel")
            .selectExpr(
                "year",
                "bsm",
                "if(%s AND bsm %% 2 = 0, '0404', dlbm) AS dlbm".formatted(CHANGED),
                "if(%1$s AND bsm %% 2 = 1, ST_Translate(%2$s, 0.00001, 0.0), %2$s) AS shape"
                    .formatted(CHANGED, "ST_GeomFromWKB(geometry)"));
    write("silver.land_parcel", withHashes(parcels));
    return timed(bench.run().after(Optional.of(last)));
  }

  /** The sums of the last run, in a fixed order. */
  public List<Row> sums() {
    return warehouse
        .read(SUMS)
        .orderBy("zone_layer", "zone_id", "region_code", "year", "dlbm")
        .collectAsList();
  }

  @Override
  public void close() throws IOException {
    bench.close();
  }

  private Outcome timed(RunContext context) {
    long start = System.nanoTime();
    JobResult result =
        new ZoneOverlayJob().run(context, new IssueStore(bench.schemas().issueKinds()));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(seconds, result.counts().get("parcels"), result.counts().get("overlaid"));
  }

  private LastRun versions() {
    Map<String, String> versions = new HashMap<>();
    warehouse.versions().forEach((table, version) -> versions.put(table, version.toString()));
    return new LastRun(versions);
  }

  private Dataset<Row> withHashes(Dataset<Row> parcels) {
    return parcels
        .selectExpr("*", "content_hash(shape) AS geometry_hash", "area_m2(shape) AS area_m2")
        .selectExpr(
            "year",
            "bsm",
            "dlbm",
            "'%s' AS region_code".formatted(bench.city()),
            "area_m2",
            "0D AS deducted_share",
            "0 AS deducted_m2",
            "area_m2 AS net_area_m2",
            "ST_AsBinary(shape) AS geometry",
            "ST_XMin(shape) AS minx",
            "ST_YMin(shape) AS miny",
            "ST_XMax(shape) AS maxx",
            "ST_YMax(shape) AS maxy",
            "substr(sha2(concat(geometry_hash, dlbm), 256), 1, 16) AS content_hash",
            "geometry_hash");
  }

  private void write(String table, Dataset<Row> rows) {
    warehouse.replace(
        table,
        rows.selectExpr("*", "'' AS dataset", "'' AS source_id", "DATE'2026-01-01' AS known_from"));
  }

  private Dataset<Row> layer(String name) {
    return warehouse
        .spark()
        .read()
        .format("shapefile")
        .load(files.resolve(name + ".shp").toString());
  }
}
