package org.planpulse.jobs.warehouse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The one place that knows where tables lie and how they are written. Tables are Delta folders
 * {@code <warehouse>/<schema>.db/<table>}, created from the DDL under {@code schemas/warehouse/}.
 * The Spark session starts on first use, so a run in which every job is skipped starts none.
 */
public interface Warehouse extends AutoCloseable {

  /** The session, started on first call. */
  SparkSession spark();

  /** All rows of a table; an empty data set of its schema when nothing was written yet. */
  Dataset<Row> read(String table);

  /** All rows of an earlier version; empty when its files are gone, as after a vacuum. */
  Optional<Dataset<Row>> readAsOf(String table, long version);

  /** Creates the table without rows when it does not exist, without Spark. */
  void ensure(String table);

  /** Leaves the table without rows; creates it, without Spark, when it does not exist. */
  void clear(String table);

  /**
   * Replaces all rows in one commit (two when the DDL has changed); columns are matched by name and
   * cast to the DDL's types.
   */
  void replace(String table, Dataset<Row> rows);

  /**
   * Replaces the rows that meet {@code predicate} (on partition columns or any column) in one
   * commit.
   */
  void replaceWhere(String table, String predicate, Dataset<Row> rows);

  /** Appends rows in one commit. */
  void append(String table, Dataset<Row> rows);

  /** The table's latest Delta version, read without Spark; empty when it does not exist. */
  OptionalLong version(String table);

  /** Versions of all tables that exist, by name, without Spark. */
  Map<String, Long> versions();

  @Override
  void close();
}
