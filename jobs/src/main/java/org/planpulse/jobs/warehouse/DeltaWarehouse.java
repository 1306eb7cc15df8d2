package org.planpulse.jobs.warehouse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Schemas;

/** The warehouse as Delta folders on a file system; to be used by one thread at a time. */
public final class DeltaWarehouse implements Warehouse {

  /**
   * Old versions stay readable for ten years unless somebody vacuums with a shorter retention. No
   * statistics by column: engines read those of the Parquet files, and gathering them takes longer
   * than writing a city's table.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.logRetentionDuration", "interval 3650 days",
          "delta.deletedFileRetentionDuration", "interval 3650 days",
          "delta.dataSkippingNumIndexedCols", "0");

  private final WarehouseLayout layout;
  private final Map<String, String> ddl;
  private final Settings.Spark settings;
  private final Map<String, TableDefinition> definitions = new HashMap<>();
  private final boolean ownsSession;
  private SparkSession session;

  /**
   * The warehouse of a workspace; its session starts on first use and stops with {@link #close}.
   */
  public DeltaWarehouse(Workspace workspace, Schemas schemas) {
    this.layout = new WarehouseLayout(workspace.warehouse());
    this.ddl = schemas.warehouse();
    this.settings = workspace.settings().spark();
    this.ownsSession = true;
  }

  /** A warehouse on a session that belongs to somebody else and is left running. */
  public DeltaWarehouse(Path root, Map<String, String> ddl, SparkSession session) {
    this.layout = new WarehouseLayout(root);
    this.ddl = ddl;
    this.settings = null;
    this.ownsSession = false;
    this.session = session;
  }

  @Override
  public synchronized SparkSession spark() {
    if (session == null) {
      session = SparkSessions.start(layout, settings);
    }
    SparkSession.setActiveSession(session);
    return session;
  }

  /**
   * Starts the session on another thread, for a caller who needs it after something else. A failure
   * is met again, and told, by the first caller of {@link #spark}.
   */
  public void startEarly() {
    CompletableFuture.runAsync(() -> spark().range(1).collectAsList());
  }

  @Override
  public Dataset<Row> read(String table) {
    if (version(table).isEmpty()) {
      return spark().createDataFrame(List.of(), definition(table).schema());
    }
    TableFiles files = TableFiles.latest(layout.folder(table));
    return files.plain()
        ? readPlain(table, files)
        : spark().read().format("delta").load(path(table));
  }

  @Override
  public Optional<Dataset<Row>> readAsOf(String table, long version) {
    return TableFiles.ifKept(layout.folder(table), version)
        .filter(TableFiles::plain)
        .map(files -> readPlain(table, files));
  }

  @Override
  public void ensure(String table) {
    if (version(table).isEmpty()) {
      create(definition(table));
    }
  }

  @Override
  public void clear(String table) {
    if (version(table).isEmpty()) {
      ensure(table);
    } else {
      replace(table, spark().createDataFrame(List.of(), definition(table).schema()));
    }
  }

  /** A table whose DDL has changed becomes what the DDL says, with the rows. */
  @Override
  public void replace(String table, Dataset<Row> rows) {
    TableDefinition definition = definition(table);
    if (version(table).isEmpty()) {
      append(table, rows);
      return;
    }
    TableFiles stored = TableFiles.latest(layout.folder(table));
    if (definition.isOf(schema(stored), stored.partitionColumns())) {
      save(definition, rows, SaveMode.Overwrite, Map.of());
    } else {
      redefine(definition, rows);
    }
  }

  /**
   * Two commits: Delta takes over columns and partitions with the rows, but then forgets which
   * columns must not be null. A process killed in between leaves all rows, and the next replacement
   * mends the rest.
   */
  private void redefine(TableDefinition definition, Dataset<Row> rows) {
    definition
        .alignChecked(rows)
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .partitionBy(definition.partitionColumns().toArray(String[]::new))
        .save(path(definition.name()));
    Path folder = layout.folder(definition.name());
    DefinitionCommit.restate(folder, TableFiles.latest(folder), definition, PROPERTIES);
  }

  @Override
  public void replaceWhere(String table, String predicate, Dataset<Row> rows) {
    if (version(table).isEmpty()) {
      append(table, rows);
    } else {
      change(table, rows, SaveMode.Overwrite, Map.of("replaceWhere", predicate));
    }
  }

  @Override
  public void append(String table, Dataset<Row> rows) {
    change(table, rows, SaveMode.Append, Map.of());
  }

  @Override
  public OptionalLong version(String table) {
    return layout.version(table);
  }

  @Override
  public Map<String, Long> versions() {
    return layout.versions();
  }

  @Override
  public void close() {
    if (ownsSession && session != null) {
      session.stop();
      session = null;
    }
  }

  /**
   * Reads a version's files without Delta's reader, which replays the log in a Spark job for every
   * version: a second each, with a city's twenty-five tables.
   */
  private Dataset<Row> readPlain(String table, TableFiles files) {
    StructType schema = schema(files);
    if (files.files().isEmpty()) {
      return spark().createDataFrame(List.of(), schema);
    }
    return spark()
        .read()
        .schema(schema)
        .option("basePath", path(table))
        .option("__globPaths__", "false") // a folder may be called [1]
        .parquet(files.files().stream().map(f -> f.path().toString()).toArray(String[]::new))
        .select(Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new));
  }

  private static StructType schema(TableFiles files) {
    return (StructType) DataType.fromJson(files.schemaJson());
  }

  /** Writes some rows of a table, which takes over columns its DDL has gained since. */
  private void change(String table, Dataset<Row> rows, SaveMode mode, Map<String, String> how) {
    TableDefinition definition = definition(table);
    Map<String, String> options = new HashMap<>(how);
    if (version(table).isEmpty()) {
      create(definition);
    } else if (!hasCurrentColumns(definition)) {
      options.put("mergeSchema", "true");
    }
    save(definition, rows, mode, options);
  }

  private void create(TableDefinition definition) {
    DefinitionCommit.create(layout.folder(definition.name()), definition, PROPERTIES);
  }

  private void save(
      TableDefinition definition, Dataset<Row> rows, SaveMode mode, Map<String, String> options) {
    definition
        .align(rows)
        .write()
        .format("delta")
        .mode(mode)
        .options(options)
        .save(path(definition.name()));
  }

  private boolean hasCurrentColumns(TableDefinition definition) {
    return definition.hasColumnsOf(schema(TableFiles.latest(layout.folder(definition.name()))));
  }

  private TableDefinition definition(String table) {
    return definitions.computeIfAbsent(
        table,
        name -> {
          String text = ddl.get(name);
          if (text == null) {
            throw new IllegalArgumentException("schemas/warehouse/ has no table " + name);
          }
          return TableDefinition.parse(name, text);
        });
  }

  private String path(String table) {
    return layout.folder(table).toAbsolutePath().toString();
  }
}
