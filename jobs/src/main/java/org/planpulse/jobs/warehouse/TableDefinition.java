package org.planpulse.jobs.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as its DDL file under {@code schemas/warehouse/} defines it.
 *
 * @param name {@code schema.table}
 * @param comment what the table holds
 * @param schema columns with comments and nullability
 * @param partitionColumns empty for an unpartitioned table
 */
record TableDefinition(
    String name, String comment, StructType schema, List<String> partitionColumns) {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*CREATE TABLE\\s+([\\w.]+)\\s*\\((.*)\\)\\s*USING delta\\b"
              + "(?:\\s*PARTITIONED BY\\s*\\(([^)]*)\\))?\\s*COMMENT\\s+'([^']*)'\\s*;?\\s*",
          Pattern.DOTALL);

  static TableDefinition parse(String name, String ddl) {
    Matcher statement = STATEMENT.matcher(ddl);
    if (!statement.matches() || !statement.group(1).equals(name)) {
      throw new IllegalArgumentException(
          "warehouse/"
              + name
              + ".sql must read CREATE TABLE "
              + name
              + " (columns) USING delta [PARTITIONED BY (columns)] COMMENT 'text'");
    }
    String partitions = statement.group(3);
    return new TableDefinition(
        name,
        statement.group(4),
        StructType.fromDDL(statement.group(2)),
        partitions == null
            ? List.of()
            : Stream.of(partitions.split(",")).map(String::trim).toList());
  }

  /** Whether a stored table has the names, order and types of this definition's columns. */
  boolean hasColumnsOf(StructType stored) {
    return shape(schema).equals(shape(stored));
  }

  /** Whether a stored table also has this definition's nullability and partitions. */
  boolean isOf(StructType stored, List<String> storedPartitions) {
    return hasColumnsOf(stored)
        && partitionColumns.equals(storedPartitions)
        && nullability(schema).equals(nullability(stored));
  }

  private static List<Boolean> nullability(StructType type) {
    return Stream.of(type.fields()).map(StructField::nullable).toList();
  }

  private static List<String> shape(StructType type) {
    return Stream.of(type.fields()).map(f -> f.name() + " " + f.dataType().sql()).toList();
  }

  /**
   * The rows with exactly the columns of this table, by name, cast to its types. A nullable column
   * the rows lack is filled with null.
   *
   * @throws IllegalArgumentException when the rows have a column the table has not, or lack one
   *     that must not be null: a fault of the program, not of the data
   */
  Dataset<Row> align(Dataset<Row> rows) {
    return align(rows, false);
  }

  /** As {@link #align}, for a write by which Delta does not check nulls: they fail it here. */
  Dataset<Row> alignChecked(Dataset<Row> rows) {
    return align(rows, true);
  }

  private Dataset<Row> align(Dataset<Row> rows, boolean checked) {
    Set<String> given = new LinkedHashSet<>(List.of(rows.columns()));
    List<Column> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      boolean present = given.remove(field.name());
      if (!present && !field.nullable()) {
        throw new IllegalArgumentException(
            "rows for " + name + " lack the column " + field.name() + ", which must not be null");
      }
      Column value = present ? col("`" + field.name() + "`") : lit(null);
      value = value.cast(field.dataType());
      if (checked && !field.nullable()) {
        value = when(value.isNull(), raise_error(lit(nullMessage(field)))).otherwise(value);
      }
      columns.add(value.as(field.name(), field.metadata()));
    }
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("the table " + name + " has no column " + given);
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private String nullMessage(StructField field) {
    return "a row for " + name + " has no " + field.name() + ", which must not be null";
  }
}
