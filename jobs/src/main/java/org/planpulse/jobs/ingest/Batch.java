package org.planpulse.jobs.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.warehouse.Warehouse;

/**
 * Rows of one bronze table from several sources, written in one commit. Writing replaces whatever
 * the sources left there before, so a run that was killed half-way can simply be repeated.
 */
final class Batch {

  private final String table;
  private final List<Assignment> sources = new ArrayList<>();
  private final Map<Assignment, Dataset<Row>> rows = new LinkedHashMap<>();

  Batch(String table) {
    this.table = table;
  }

  /** Names a source whose earlier rows are to go even if it gives none now. */
  void source(Assignment source) {
    sources.add(source);
  }

  void add(Assignment source, Dataset<Row> data) {
    rows.put(source, data);
  }

  /**
   * Writes the rows. A source that fails while Spark reads it is left out.
   *
   * @return the sources left out
   */
  Set<Assignment> write(Warehouse warehouse) {
    Set<Assignment> failed = new LinkedHashSet<>();
    if (sources.isEmpty()) {
      return failed;
    }
    try {
      commit(warehouse);
    } catch (Exception e) {
      // Spark's exceptions are checked but not declared to Java, so no narrower type will do.
      failed.addAll(failing(e));
      failed.forEach(rows::remove);
      commit(warehouse);
    }
    return failed;
  }

  /** Rows now in the table, by source. */
  Map<Assignment, Long> counts(Warehouse warehouse) {
    Map<String, Long> found = new HashMap<>();
    if (!rows.isEmpty()) {
      warehouse
          .read(table)
          .where(condition())
          .groupBy("dataset", "source_key")
          .count()
          .collectAsList()
          .forEach(row -> found.put(row.getString(0) + row.getString(1), row.getLong(2)));
    }
    return rows.keySet().stream()
        .collect(
            Collectors.toMap(
                source -> source,
                source ->
                    found.getOrDefault(
                        source.contract().id() + source.delivery().sourceKey(), 0L)));
  }

  private void commit(Warehouse warehouse) {
    Dataset<Row> all =
        rows.values().stream().reduce(Dataset::union).orElseGet(() -> empty(warehouse));
    warehouse.replaceWhere(table, condition(), all);
  }

  private Dataset<Row> empty(Warehouse warehouse) {
    return warehouse.read(table).limit(0);
  }

  private String condition() {
    return sources.stream().map(Assignment::condition).collect(Collectors.joining(" OR "));
  }

  /** Reads each source by itself; when all read, the fault is not in the sources. */
  private Set<Assignment> failing(Exception fault) {
    Set<Assignment> failed = new LinkedHashSet<>();
    rows.forEach(
        (source, data) -> {
          if (!reads(data)) {
            failed.add(source);
          }
        });
    if (failed.isEmpty()) {
      throw fault instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("cannot write " + table, fault);
    }
    return failed;
  }

  private static boolean reads(Dataset<Row> data) {
    try {
      data.write().format("noop").mode("overwrite").save();
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
