package org.planpulse.jobs.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.warehouse.Warehouse;

/** Tables in memory, with the columns of their DDL; writes are computed at once, as by Delta. */
final class MemoryWarehouse implements Warehouse {

  private static final Pattern COLUMNS = Pattern.compile("(?s)\\((.*)\\)\\s*USING");

  private final Map<String, String> ddl;
  private final Map<String, List<Row>> tables = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();

  MemoryWarehouse(Map<String, String> ddl) {
    this.ddl = ddl;
  }

  @Override
  public SparkSession spark() {
    return SharedSpark.session();
  }

  @Override
  public Dataset<Row> read(String table) {
    return spark().createDataFrame(tables.getOrDefault(table, List.of()), schema(table));
  }

  /** What {@link #read} gives, without Spark. */
  List<Row> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  @Override
  public Optional<Dataset<Row>> readAsOf(String table, long version) {
    return Optional.empty();
  }

  @Override
  public void ensure(String table) {
    tables.putIfAbsent(table, List.of());
    versions.putIfAbsent(table, 0L);
  }

  @Override
  public void clear(String table) {
    tables.put(table, List.of());
    versions.merge(table, 0L, (version, zero) -> version + 1);
  }

  @Override
  public void replace(String table, Dataset<Row> rows) {
    tables.put(table, rows.select(columns(table)).collectAsList());
    versions.merge(table, 0L, (version, zero) -> version + 1);
  }

  @Override
  public void replaceWhere(String table, String predicate, Dataset<Row> rows) {
    if (rows(table).isEmpty()) {
      replace(table, rows);
      return;
    }
    Dataset<Row> kept = read(table).where("NOT coalesce((" + predicate + "), false)");
    replace(table, kept.union(rows.select(columns(table))));
  }

  @Override
  public void append(String table, Dataset<Row> rows) {
    replace(table, read(table).union(rows.select(columns(table))));
  }

  @Override
  public OptionalLong version(String table) {
    Long version = versions.get(table);
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  @Override
  public Map<String, Long> versions() {
    return versions;
  }

  @Override
  public void close() {
    tables.clear();
  }

  private Column[] columns(String table) {
    return java.util.Arrays.stream(schema(table).fields())
        .map(field -> functions.col(field.name()).cast(field.dataType()))
        .toArray(Column[]::new);
  }

  private StructType schema(String table) {
    Matcher matcher = COLUMNS.matcher(ddl.get(table));
    if (!matcher.find()) {
      throw new AssertionError(table);
    }
    StructType declared = StructType.fromDDL(matcher.group(1));
    StructType nullable = new StructType();
    for (StructField field : declared.fields()) {
      nullable = nullable.add(field.name(), field.dataType(), true);
    }
    return nullable;
  }
}
