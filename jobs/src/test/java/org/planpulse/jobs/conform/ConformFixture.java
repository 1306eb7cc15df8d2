package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.geometry.OldDatum;
import org.planpulse.jobs.geometry.SevenParameters;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/**
 * A warehouse with hand-made bronze rows, the packaged contracts and code lists, and a small plan.
 */
final class ConformFixture {

  private static final String PLAN =
      """
      id: test
      city: {code: "152501", name: {zh: 二连浩特市, en: Erenhot}, aliases: [二连浩特, 二连, 合计]}
      title: {zh: 规划, en: Plan}
      approval: {authority: {zh: 政府, en: Government}, document: "1", date: 2024-03-25}
      base_year: 2020
      target_year: 2035
      parameters: {}
      targets: []
      """;

  /** Parameters of the workspace for Beijing 1954; for Xian 1980 it has none. */
  private static final SevenParameters SHIFT =
      SevenParameters.of("coordinate_frame 24.5 -123.25 -94.75 -0.02 0.25 0.13 1.1").orElseThrow();

  private static final Schemas SCHEMAS = schemas();

  private final Map<String, List<Row>> given = new HashMap<>();
  private final Warehouse warehouse;
  private final RunContext context;
  private final Map<String, StructType> schemas = new HashMap<>();
  private IssueStore issues;

  ConformFixture(Path folder) {
    this(folder, Settings.Areas.AS_MEASURED);
  }

  ConformFixture(Path folder, Settings.Areas areas) {
    Settings settings =
        new Settings(
            "152501",
            "test",
            "EPSG:4525",
            Language.ZH,
            true,
            new Settings.Spark("local[2]", 2),
            new Settings.Mail(null, 0, null),
            areas,
            Map.of(OldDatum.BEIJING_1954, SHIFT),
            Map.of());
    warehouse =
        new GivenRows(
            new DeltaWarehouse(
                folder.resolve("warehouse"), SCHEMAS.warehouse(), SharedSpark.session()),
            given);
    context =
        new RunContext(
            new Workspace(folder, settings),
            SCHEMAS,
            warehouse,
            "run",
            LocalDate.of(2026, 10, 31),
            Optional.empty());
  }

  static Schemas schemas() {
    SortedMap<String, String> files = new TreeMap<>(SchemaFiles.packaged().contents());
    files.keySet().removeIf(path -> path.matches("(plans|indicators|reports)/.*"));
    files.put("plans/test.yaml", PLAN);
    files.computeIfPresent(
        "codelists/warning_levels.yaml",
        (path, rules) ->
            rules.replaceFirst(
                "(?s)\\ncarrying_capacity:.*",
                "\ncarrying_capacity: {overloading: 2, factors: [], trends: []}\n"));
    files.put("codelists/breaks.yaml", "[]");
    return Schemas.load(new SchemaFiles(files));
  }

  RunContext context() {
    return context;
  }

  /** A delivered file; the key is also its name. */
  void file(String key, String dataset, Integer year, String receivedOn) {
    file(key, key, dataset, year, receivedOn);
  }

  void file(String key, String file, String dataset, Integer year, String receivedOn) {
    add(
        "bronze.source_file",
        Map.of(
            "source_key",
            key,
            "sha256",
            key,
            "file",
            file,
            "bytes",
            1L,
            "dataset",
            dataset,
            "department",
            "D01",
            "received_on",
            Date.valueOf(receivedOn),
            "rows_in",
            0L,
            "rows_loaded",
            0L,
            "rows_quarantined",
            0L),
        year == null ? Map.of() : Map.of("data_year", year));
  }

  void unit(String code, String name) {
    unit(code, name, null);
  }

  /**
   * @param control area in m²; null for none
   */
  void unit(String code, String name, BigDecimal control) {
    add(
        "silver.admin_unit",
        Map.of(
            "region_code",
            code,
            "name",
            name,
            "level",
            RegionCode.level(code),
            "dataset",
            "D01-04b",
            "source_id",
            "units!L!1",
            "known_from",
            Date.valueOf("2026-01-01")),
        control == null ? Map.of() : Map.of("control_area_m2", control));
  }

  void cell(String dataset, String key, String address, Map<String, Object> values) {
    add(
        "bronze.cell",
        Map.of("dataset", dataset, "source_key", key, "sheet", "S", "cell", address),
        values);
  }

  void record(String dataset, String key, int line, Map<String, String> fields) {
    add(
        "bronze.record",
        Map.of("dataset", dataset, "source_key", key, "sheet", "S", "line", line, "fields", fields),
        Map.of());
  }

  void feature(
      String dataset, String key, int number, String crs, String wkt, Map<String, String> fields) {
    add(
        "bronze.feature",
        Map.of(
            "dataset", dataset,
            "source_key", key,
            "layer", "L",
            "feature", number,
            "fields", fields,
            "crs", crs),
        Map.of("geometry", wkb(wkt)));
  }

  void add(String table, Map<String, ?> values, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    Object[] row = new Object[schema(table).length()];
    StructField[] columns = schema(table).fields();
    for (int i = 0; i < columns.length; i++) {
      row[i] = all.remove(columns[i].name());
    }
    if (!all.isEmpty()) {
      throw new IllegalArgumentException(table + " has no columns " + all.keySet());
    }
    given.computeIfAbsent(table, t -> new ArrayList<>()).add(RowFactory.create(row));
  }

  /** Runs the job on the rows added so far. */
  JobResult run(Job job) {
    issues = new IssueStore(SCHEMAS.issueKinds());
    return job.run(context, issues);
  }

  IssueStore issues() {
    return issues;
  }

  List<String> issueCodes() {
    return issues.issues().stream().map(issue -> issue.kind().code()).toList();
  }

  Issue issue(String code) {
    return issues.issues().stream()
        .filter(issue -> issue.kind().code().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no issue " + code + " in " + issueCodes()));
  }

  /** Rows of a table, in the order of a column. */
  List<Row> rows(String table, String orderBy, String... more) {
    return warehouse.read(table).orderBy(orderBy, more).collectAsList();
  }

  private StructType schema(String table) {
    return schemas.computeIfAbsent(table, name -> warehouse.read(name).schema());
  }

  static byte[] wkb(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      return new WKBWriter(2).write(geometry);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** Tables whose rows are given are read without a write before; all others are Delta tables. */
  private record GivenRows(Warehouse delta, Map<String, List<Row>> given) implements Warehouse {

    @Override
    public SparkSession spark() {
      return delta.spark();
    }

    @Override
    public Dataset<Row> read(String table) {
      Dataset<Row> stored = delta.read(table);
      return given.containsKey(table)
          ? spark().createDataFrame(given.get(table), stored.schema())
          : stored;
    }

    @Override
    public Optional<Dataset<Row>> readAsOf(String table, long version) {
      return delta.readAsOf(table, version);
    }

    @Override
    public void ensure(String table) {
      delta.ensure(table);
    }

    @Override
    public void clear(String table) {
      delta.clear(table);
    }

    @Override
    public void replace(String table, Dataset<Row> rows) {
      delta.replace(table, rows);
    }

    @Override
    public void replaceWhere(String table, String predicate, Dataset<Row> rows) {
      delta.replaceWhere(table, predicate, rows);
    }

    @Override
    public void append(String table, Dataset<Row> rows) {
      delta.append(table, rows);
    }

    @Override
    public OptionalLong version(String table) {
      return delta.version(table);
    }

    @Override
    public Map<String, Long> versions() {
      return delta.versions();
    }

    @Override
    public void close() {
      delta.close();
    }
  }
}
