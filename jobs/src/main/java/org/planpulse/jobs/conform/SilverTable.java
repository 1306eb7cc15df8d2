package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;

/**
 * A table to be filled.
 *
 * @param schema its columns, all nullable: a row on its way may still be faulty
 * @param notNull columns its DDL declares NOT NULL
 */
record SilverTable(String name, StructType schema, Set<String> notNull) implements Serializable {

  /** Columns of {@link CheckedRows} that the table does not have. */
  static final String[] CONTROL_COLUMNS = {
    "source_key", "number", "unique_value", "source_rows", "problems"
  };

  private static final Pattern NOT_NULL = Pattern.compile("(?m)^\\s*(\\w+)\\s+\\S+\\s+NOT NULL");

  static SilverTable of(String name, RunContext run) {
    Set<String> notNull =
        NOT_NULL
            .matcher(run.schemas().warehouse().get(name))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    StructType columns = new StructType();
    for (var field : run.warehouse().read(name).schema().fields()) {
      columns = columns.add(field.name(), field.dataType(), true);
    }
    return new SilverTable(name, columns, notNull);
  }

  /** The table's columns and {@link #CONTROL_COLUMNS}. */
  StructType checkedSchema() {
    return schema
        .add("source_key", "string")
        .add("number", "int")
        .add("unique_value", "string")
        .add("source_rows", "int")
        .add("problems", Problem.TYPE);
  }

  /** Whether it keeps what was known before. */
  boolean hasHistory() {
    return List.of(schema.fieldNames()).contains("known_to");
  }

  /** Whatever reason a value is absent for, a row the table cannot hold is not loaded. */
  void requireNotNull(SilverRow row, String id) {
    if (row.quarantined()) {
      return;
    }
    for (String column : notNull) {
      if (row.get(column) == null) {
        row.reject("KEY_MISSING", column, Map.of("field", column, "value", id));
      }
    }
  }

  /**
   * @param number name of the bronze column that numbers the rows of a file
   * @param uniqueValue must not repeat in a file; null when there is none
   * @param first whether this is the first (or only) row made of the bronze row
   */
  Row row(SilverRow row, Row bronze, String number, String uniqueValue, boolean first) {
    Stream<Object> values = Stream.of(schema.fieldNames()).map(row::get);
    Stream<Object> control =
        Stream.of(
            bronze.getAs("source_key"),
            bronze.getAs(number),
            uniqueValue,
            first ? 1 : 0,
            row.problems().stream().map(Problem::row).toArray());
    return RowFactory.create(Stream.concat(values, control).toArray());
  }
}
