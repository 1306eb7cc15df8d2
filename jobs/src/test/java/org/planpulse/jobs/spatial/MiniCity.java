package org.planpulse.jobs.spatial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.geometry.ContentHash;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.LastRun;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/**
 * Silver tables of a city small enough to reckon by hand: parcels are written as WKT in degrees, on
 * a real warehouse.
 */
public final class MiniCity {

  public static final String CITY = "152501";
  public static final String WEST = "152501200201";
  public static final String EAST = "152501400001";

  final Schemas schemas;
  final DeltaWarehouse warehouse;
  private final RunContext run;
  private final List<Row> parcels = new ArrayList<>();
  private final List<Row> zones = new ArrayList<>();
  private final List<Row> corrections = new ArrayList<>();
  private final Map<String, byte[]> outlines = new HashMap<>();
  private int partitions = 1;
  private IssueStore issues;

  public MiniCity(Path folder) {
    this(folder, Schemas.load(SchemaFiles.packaged()));
  }

  public MiniCity(Path folder, Schemas schemas) {
    this.schemas = schemas;
    this.warehouse =
        new DeltaWarehouse(folder.resolve("warehouse"), schemas.warehouse(), SharedSpark.session());
    Settings settings =
        new Settings(
            CITY,
            "erenhot-2021-2035",
            "EPSG:4490",
            Language.ZH,
            true,
            new Settings.Spark("local[2]", 2),
            null,
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of());
    this.run =
        new RunContext(
            new Workspace(folder, settings),
            schemas,
            warehouse,
            "test",
            LocalDate.of(2026, 10, 31),
            Optional.empty());
  }

  /** A rectangle in hundredths of a degree east of 111.5 E and north of 43.5 N. */
  public static Geometry box(double x1, double y1, double x2, double y2) {
    return shape(
        "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
            .formatted(x(x1), y(y1), x(x2), y(y2)));
  }

  private static BigDecimal x(double x) {
    return BigDecimal.valueOf(x).movePointLeft(2).add(new BigDecimal("111.5"));
  }

  private static BigDecimal y(double y) {
    return BigDecimal.valueOf(y).movePointLeft(2).add(new BigDecimal("43.5"));
  }

  static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public static BigDecimal area(Geometry shape) {
    return EllipsoidalArea.roundedM2(shape);
  }

  public MiniCity parcel(
      int year, String bsm, String dlbm, String czcsxm, String unit, Geometry shape) {
    return parcel(year, bsm, dlbm, czcsxm, unit, shape, 0);
  }

  /** A parcel of which {@code ridges} (a share) is deducted as class 1203. */
  MiniCity parcel(
      int year,
      String bsm,
      String dlbm,
      String czcsxm,
      String unit,
      Geometry shape,
      double ridges) {
    BigDecimal area = area(shape);
    BigDecimal deducted =
        area.multiply(BigDecimal.valueOf(ridges)).setScale(2, RoundingMode.HALF_UP);
    String geometryHash = ContentHash.of(shape);
    parcels.add(
        RowFactory.create(
            year,
            bsm,
            dlbm,
            czcsxm,
            unit,
            area,
            ridges > 0 ? "1203" : null,
            ridges,
            deducted,
            area.subtract(deducted),
            new WKBWriter().write(shape),
            String.join("|", geometryHash, dlbm, czcsxm, unit, String.valueOf(ridges)),
            geometryHash,
            "file" + year + "!DLTB!" + parcels.size(),
            null));
    return this;
  }

  /** The last parcel was repaired, and its area changed by so many m². */
  MiniCity repaired(String deltaM2) {
    Row last = parcels.remove(parcels.size() - 1);
    Object[] values = new Object[last.size()];
    Arrays.setAll(values, last::get);
    values[values.length - 1] = new BigDecimal(deltaM2);
    parcels.add(RowFactory.create(values));
    return this;
  }

  /** The last parcel is named by a reviewed correction. */
  MiniCity corrected(String state) {
    Row last = parcels.get(parcels.size() - 1);
    corrections.add(RowFactory.create(state, last.getString(last.size() - 2)));
    return this;
  }

  /** Parcels are written in another order and in several parts. */
  MiniCity shuffled(long seed, int parts) {
    Collections.shuffle(parcels, new Random(seed));
    partitions = parts;
    return this;
  }

  public MiniCity zone(String layer, String id, Geometry outline) {
    zones.add(
        RowFactory.create(
            layer,
            id,
            "",
            area(outline),
            new WKBWriter().write(outline),
            "zones!" + layer + "!" + zones.size()));
    return this;
  }

  /** Another order of rows. */
  MiniCity shuffled(int seed) {
    Collections.shuffle(parcels, new Random(seed));
    Collections.shuffle(zones, new Random(seed));
    return this;
  }

  /** Where a unit lies; others have no outline. */
  public MiniCity outline(String unit, Geometry outline) {
    outlines.put(unit, new WKBWriter().write(outline));
    return this;
  }

  /** Writes the silver tables. */
  public MiniCity built() {
    StructType parcel =
        new StructType()
            .add("year", DataTypes.IntegerType)
            .add("bsm", DataTypes.StringType)
            .add("dlbm", DataTypes.StringType)
            .add("czcsxm", DataTypes.StringType)
            .add("region_code", DataTypes.StringType)
            .add("area_m2", DataTypes.createDecimalType(20, 2))
            .add("deducted_dlbm", DataTypes.StringType)
            .add("deducted_share", DataTypes.DoubleType)
            .add("deducted_m2", DataTypes.createDecimalType(20, 2))
            .add("net_area_m2", DataTypes.createDecimalType(20, 2))
            .add("geometry", DataTypes.BinaryType)
            .add("content_hash", DataTypes.StringType)
            .add("geometry_hash", DataTypes.StringType)
            .add("source_id", DataTypes.StringType)
            .add("repair_delta_m2", DataTypes.createDecimalType(20, 2));
    StructType zone =
        new StructType()
            .add("zone_layer", DataTypes.StringType)
            .add("zone_id", DataTypes.StringType)
            .add("zone_type", DataTypes.StringType)
            .add("area_m2", DataTypes.createDecimalType(20, 2))
            .add("geometry", DataTypes.BinaryType)
            .add("source_id", DataTypes.StringType);
    var spark = SharedSpark.session();
    String known = "DATE'2026-01-01' AS known_from";
    warehouse.replace(
        "silver.land_parcel",
        spark
            .createDataFrame(parcels, parcel)
            .repartition(partitions)
            .selectExpr(
                "*",
                "'A-01' AS dataset",
                known,
                "ST_XMin(ST_GeomFromWKB(geometry)) AS minx",
                "ST_YMin(ST_GeomFromWKB(geometry)) AS miny",
                "ST_XMax(ST_GeomFromWKB(geometry)) AS maxx",
                "ST_YMax(ST_GeomFromWKB(geometry)) AS maxy"));
    warehouse.replace("ops.correction", corrections());
    warehouse.replace(
        "silver.control_zone",
        spark.createDataFrame(zones, zone).selectExpr("*", "'A-02' AS dataset", known));
    warehouse.replace("silver.admin_unit", units());
    return this;
  }

  private Dataset<Row> corrections() {
    StructType correction =
        new StructType().add("state", DataTypes.StringType).add("source_id", DataTypes.StringType);
    return SharedSpark.session()
        .createDataFrame(corrections, correction)
        .selectExpr(
            "*",
            "'corrections.yaml' AS correction_file",
            "1 AS number",
            "'A-01' AS dataset",
            "'DLTB.shp' AS file",
            "'DLTB!1' AS place",
            "'DLBM' AS field",
            "'0103' AS delivered",
            "'0602' AS corrected",
            "'owner' AS owner",
            "'reason' AS reason",
            "DATE'2026-01-01' AS reviewed_on",
            "DATE'2027-01-01' AS expires_on");
  }

  private Dataset<Row> units() {
    List<Row> shapes = new ArrayList<>();
    outlines.forEach((unit, outline) -> shapes.add(RowFactory.create(unit, outline)));
    StructType shape =
        new StructType()
            .add("region_code", DataTypes.StringType)
            .add("geometry", DataTypes.BinaryType);
    return SharedSpark.session()
        .sql(
            """
            SELECT * FROM VALUES
              ('%1$s', '市', 'city', CAST(NULL AS STRING)),
              ('152501200', '苏木', 'township', '%1$s'), ('152501400', '街道', 'township', '%1$s'),
              ('%2$s', '西', 'village', '152501200'), ('%3$s', '东', 'village', '152501400')
              AS unit(region_code, name, level, parent_code)
            """
                .formatted(CITY, WEST, EAST))
        .join(
            SharedSpark.session().createDataFrame(shapes, shape),
            new String[] {"region_code"},
            "left")
        .selectExpr(
            "*",
            "'D01-04b' AS dataset",
            "concat('units!CJDCQ!', region_code) AS source_id",
            "DATE'2026-01-01' AS known_from");
  }

  public JobResult run(Job job) {
    issues = new IssueStore(schemas.issueKinds());
    return job.run(run, issues);
  }

  /** What jobs may look at. */
  public RunContext context() {
    return run;
  }

  /** Runs a job that can go on from an earlier run. */
  JobResult runAfter(LastRun last, Job job) {
    return job.run(run.after(Optional.of(last)), issues);
  }

  /** What a run reads now. */
  LastRun versions() {
    Map<String, String> versions = new HashMap<>();
    warehouse.versions().forEach((table, version) -> versions.put(table, version.toString()));
    return new LastRun(versions);
  }

  /** What the last job found. */
  public List<Issue> issues() {
    return issues.issues();
  }

  /** Replaces a table by the rows of a query. */
  public void replace(String table, String query) {
    warehouse.replace(table, SharedSpark.session().sql(query));
  }

  public List<Row> rows(String sql) {
    for (String table : schemas.warehouse().keySet()) {
      String view = table.replace('.', '_');
      if (sql.contains(view)) {
        warehouse.read(table).createOrReplaceTempView(view);
      }
    }
    return SharedSpark.session().sql(sql).collectAsList();
  }
}
