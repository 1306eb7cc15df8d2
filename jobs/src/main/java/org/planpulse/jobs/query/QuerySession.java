package org.planpulse.jobs.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.planpulse.jobs.run.ChinaTime;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.TableFiles;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/**
 * SELECT statements on the warehouse without Spark: DuckDB in memory reads the live files that
 * Delta names. No table can be written, and no file outside the warehouse be read or written but in
 * a folder for exports. Tables are looked up for each statement, so it sees their latest versions.
 */
public final class QuerySession implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Enough to sort with; what is larger goes to disk. */
  private static final String EXPORT_MEMORY = "1GB";

  /** Formulas of the catalogue call it as Spark has it: nothing divided by zero is missing. */
  private static final String TRY_DIVIDE =
      "CREATE MACRO try_divide(a, b) AS CASE WHEN b <> 0 THEN a / b END";

  private final WarehouseLayout layout;
  private final Connection duckdb;
  private final Map<String, Long> views = new HashMap<>();

  private QuerySession(WarehouseLayout layout, Connection duckdb) {
    this.layout = layout;
    this.duckdb = duckdb;
  }

  public static QuerySession open(WarehouseLayout layout) {
    return open(layout, List.of(layout.root()), List.of());
  }

  /**
   * A session that may also write into {@code folder}. Rows come as they are read, and what does
   * not fit into a bounded memory waits in the warehouse's folder for scratch files.
   */
  public static QuerySession exportingTo(Path folder, WarehouseLayout layout) {
    return open(
        layout,
        List.of(layout.root(), folder),
        List.of(
            "SET memory_limit = '" + EXPORT_MEMORY + "'",
            "SET temp_directory = " + Sql.text(layout.scratch().toAbsolutePath().toString())));
  }

  private static QuerySession open(
      WarehouseLayout layout, List<Path> folders, List<String> settings) {
    Properties driver = new Properties();
    driver.setProperty("jdbc_stream_results", "true");
    try {
      // Not by DriverManager: it opens every jar to look for the drivers of other databases.
      QuerySession session =
          new QuerySession(layout, new DuckDBDriver().connect("jdbc:duckdb:", driver));
      session.configure(folders, settings);
      return session;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
    }
  }

  private void configure(List<Path> folders, List<String> settings) throws SQLException {
    try {
      command("SET TimeZone = '" + ChinaTime.ZONE.getId() + "'");
      command(TRY_DIVIDE);
      for (String setting : settings) {
        command(setting);
      }
      command("SET allowed_directories = " + allowed(folders));
      command("SET enable_external_access = false");
      command("SET lock_configuration = true");
    } catch (SQLException e) {
      duckdb.close();
      throw e;
    }
  }

  /** Looks some tables up before a statement asks for them. */
  public void look(String... tables) {
    try {
      for (String table : tables) {
        showLatest(table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot show a table: " + e.getMessage(), e);
    }
  }

  /**
   * Runs one SELECT statement (or DESCRIBE, SHOW, VALUES).
   *
   * @throws OperatorError when it is wrong, or no SELECT, or names a table not yet written
   */
  public QueryResult query(String sql) {
    try {
      showTablesOf(sql);
      try (Statement statement = duckdb.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        return result(rows);
      }
    } catch (SQLException e) {
      throw rejected(firstLine(e), e);
    }
  }

  /**
   * Hands each row of a SELECT statement to {@code rows}, without holding them all.
   *
   * @throws OperatorError as {@link #query} does
   * @throws IOException of {@code rows}
   */
  public void forEach(String sql, RowSink rows) throws IOException {
    try {
      showTablesOf(sql);
      try (Statement statement = duckdb.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          rows.accept(values(row, columns));
        }
      }
    } catch (SQLException e) {
      throw rejected(firstLine(e), e);
    }
  }

  /**
   * Writes what a SELECT statement returns to a Parquet file in the folder of this session.
   *
   * @param metadata of the file, by key
   * @throws OperatorError as {@link #query} does
   */
  public void writeParquet(String sql, Path file, Map<String, String> metadata) {
    String pairs =
        new TreeMap<>(metadata)
            .entrySet().stream()
                .map(pair -> Sql.name(pair.getKey()) + ": " + Sql.text(pair.getValue()))
                .collect(Collectors.joining(", "));
    try {
      showTablesOf(sql);
      command(
          "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {%s})"
              .formatted(sql, Sql.text(file.toString()), pairs));
    } catch (SQLException e) {
      throw rejected(firstLine(e), e);
    }
  }

  @Override
  public void close() {
    try {
      duckdb.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
    }
  }

  private void showTablesOf(String sql) throws SQLException {
    for (String table : tablesIn(sql)) {
      showLatest(table);
    }
  }

  /** Tables named in a statement; DuckDB's own parser says which, and that it only reads. */
  private TreeSet<String> tablesIn(String sql) throws SQLException {
    JsonNode tree = parse(sql);
    if (tree.path("error").asBoolean()) {
      throw rejected(tree.path("error_message").asText(), null);
    }
    if (tree.path("statements").size() != 1) {
      throw rejected("一次只能执行一条语句", "one statement at a time", null);
    }
    TreeSet<String> tables = new TreeSet<>();
    for (JsonNode node : tree.findParents("table_name")) {
      String schema = node.path("schema_name").asText();
      if (!schema.isEmpty()) {
        tables.add(schema + "." + node.path("table_name").asText());
      }
    }
    return tables;
  }

  private JsonNode parse(String sql) throws SQLException {
    try (PreparedStatement parser =
        duckdb.prepareStatement("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)")) {
      parser.setString(1, sql);
      try (ResultSet row = parser.executeQuery()) {
        row.next();
        return JSON.readTree(row.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("DuckDB's parser does not answer in JSON", e);
    }
  }

  /**
   * Points the view of a table at its latest version; a name that is no table is DuckDB's to judge.
   */
  private void showLatest(String table) throws SQLException {
    OptionalLong version = layout.version(table);
    if (version.isEmpty() || views.getOrDefault(table, -1L) == version.getAsLong()) {
      return;
    }
    TableFiles files = TableFiles.asOf(layout.folder(table), version.getAsLong());
    String[] name = table.split("\\.");
    command("CREATE SCHEMA IF NOT EXISTS " + Sql.name(name[0]));
    command(
        "CREATE OR REPLACE VIEW %s.%s AS %s"
            .formatted(Sql.name(name[0]), Sql.name(name[1]), new TableView(files).query()));
    views.put(table, version.getAsLong());
  }

  private void command(String sql) throws SQLException {
    try (Statement statement = duckdb.createStatement()) {
      statement.execute(sql);
    }
  }

  private static QueryResult result(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<QueryResult.Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new QueryResult.Column(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    List<List<Object>> values = new ArrayList<>();
    while (rows.next()) {
      values.add(values(rows, columns.size()));
    }
    return new QueryResult(List.copyOf(columns), values);
  }

  private static List<Object> values(ResultSet row, int columns) throws SQLException {
    List<Object> values = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      values.add(DuckValues.plain(row.getObject(i)));
    }
    return values;
  }

  /** As written, and with the characters escaped that stand for others in a pattern. */
  private static String allowed(List<Path> folders) {
    return folders.stream()
        .map(folder -> folder.toAbsolutePath() + "/")
        .flatMap(folder -> Stream.of(Sql.text(folder), Sql.file(folder)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String firstLine(SQLException e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  /** What the database says about a statement stands in English in both. */
  private static OperatorError rejected(String reason, SQLException cause) {
    String unended = reason.replaceFirst("[.。]+$", "");
    return rejected(unended, unended, cause);
  }

  private static OperatorError rejected(String zh, String en, SQLException cause) {
    return new OperatorError(
        "查询未执行：" + zh + "。只接受一条 SELECT 语句；用 planpulse tables 查看表与列。",
        "The query was not run: "
            + en
            + ". One SELECT statement is accepted; planpulse tables lists tables and columns.",
        cause);
  }
}
