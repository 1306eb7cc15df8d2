package org.planpulse.jobs.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.planpulse.jobs.warehouse.TableFiles;
import org.planpulse.jobs.warehouse.TableFiles.DataFile;

/** The query that reads one version of a table from its live files. */
final class TableView {

  private final TableFiles table;

  TableView(TableFiles table) {
    this.table = table;
  }

  /**
   * One SELECT per partition, with the partition's values, after one without rows. The latter gives
   * names, order and types, so that an empty table and files older than a column read as well.
   */
  String query() {
    List<String> parts = new ArrayList<>();
    parts.add(typedNoRows());
    Map<Map<String, String>, List<DataFile>> byPartition =
        table.files().stream()
            .collect(
                Collectors.groupingBy(
                    DataFile::partition, LinkedHashMap::new, Collectors.toList()));
    byPartition.forEach((values, files) -> parts.add(partition(values, files)));
    String columns =
        table.columns().stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
    return "SELECT " + columns + " FROM (" + String.join(" UNION ALL BY NAME ", parts) + ")";
  }

  private String typedNoRows() {
    return table.columns().stream()
        .map(c -> "CAST(NULL AS %s) AS %s".formatted(DuckTypes.name(c.type()), Sql.name(c.name())))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private String partition(Map<String, String> values, List<DataFile> files) {
    String constants =
        table.columns().stream()
            .filter(c -> table.partitionColumns().contains(c.name()))
            .map(c -> constant(values.get(c.name()), c))
            .collect(Collectors.joining());
    String paths =
        files.stream().map(f -> Sql.file(f.path().toString())).collect(Collectors.joining(", "));
    return "SELECT *"
        + constants
        + " FROM read_parquet(["
        + paths
        + "], union_by_name = true, hive_partitioning = false)";
  }

  private static String constant(String value, TableFiles.Column column) {
    return ", CAST(%s AS %s) AS %s"
        .formatted(
            value == null ? "NULL" : Sql.text(value),
            DuckTypes.name(column.type()),
            Sql.name(column.name()));
  }
}
