package org.planpulse.jobs.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/**
 * A table whose rows belong to the job ("stage") that found them, held in memory during a run. A
 * job that ran replaces its rows, those of other jobs stay, and only a changed stage is written.
 *
 * @param <R> a row
 */
final class StageTable<R extends StageRow> {

  private final String table;
  private final StructType schema;
  private final Map<String, List<R>> byStage;
  private boolean changed;

  private StageTable(String table, StructType schema, Map<String, List<R>> byStage) {
    this.table = table;
    this.schema = schema;
    this.byStage = byStage;
  }

  /** Reads the table without Spark. */
  static <R extends StageRow> StageTable<R> read(
      String table,
      String columns,
      Function<List<Object>, R> row,
      WarehouseLayout layout,
      QuerySession query) {
    StructType schema = StructType.fromDDL(columns);
    Map<String, List<R>> byStage = new TreeMap<>();
    if (layout.version(table).isPresent()) {
      String sql = "SELECT " + String.join(", ", schema.fieldNames()) + " FROM " + table;
      byStage.putAll(
          query.query(sql).rows().stream()
              .map(row)
              .collect(groupingBy(StageRow::stage, TreeMap::new, toList())));
      byStage.values().forEach(rows -> rows.sort(StageRow.ORDER));
    }
    return new StageTable<>(table, schema, byStage);
  }

  void replace(String stage, List<R> rows) {
    List<R> sorted = rows.stream().sorted(StageRow.ORDER).toList();
    if (!sorted.equals(rows(stage))) {
      byStage.put(stage, sorted);
      changed = true;
    }
  }

  List<R> rows(String stage) {
    return byStage.getOrDefault(stage, List.of());
  }

  List<R> rows() {
    return byStage.values().stream().flatMap(List::stream).toList();
  }

  /** Writes the table in one commit when a stage has changed. */
  void write(Warehouse warehouse) {
    if (changed) {
      List<Row> rows = rows().stream().map(StageRow::toSpark).toList();
      warehouse.replace(table, warehouse.spark().createDataFrame(rows, schema));
      changed = false;
    }
  }
}
