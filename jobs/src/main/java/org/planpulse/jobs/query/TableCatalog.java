package org.planpulse.jobs.query;

import java.time.Instant;
import java.util.List;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.TableFiles;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/** What tables there are, from Delta's own records: nothing is scanned. */
public final class TableCatalog {

  /**
   * @param rows from the files' statistics
   * @param bytes of the live files
   * @param changed time of the last commit
   */
  public record TableInfo(
      String name, String comment, long rows, long version, long bytes, Instant changed) {}

  /**
   * @param type as in DuckDB
   */
  public record ColumnInfo(String name, String type, boolean nullable, String comment) {}

  private final WarehouseLayout layout;

  public TableCatalog(WarehouseLayout layout) {
    this.layout = layout;
  }

  /** All tables that exist, by name. */
  public List<TableInfo> tables() {
    return layout.versions().keySet().stream().map(this::info).toList();
  }

  /**
   * One table.
   *
   * @throws OperatorError when it was not written yet
   */
  public TableInfo table(String name) {
    requireTable(name);
    return info(name);
  }

  /**
   * The columns of one table, in order.
   *
   * @throws OperatorError when it was not written yet
   */
  public List<ColumnInfo> columns(String table) {
    requireTable(table);
    return TableFiles.latest(layout.folder(table)).columns().stream()
        .map(c -> new ColumnInfo(c.name(), DuckTypes.name(c.type()), c.nullable(), c.comment()))
        .toList();
  }

  private void requireTable(String name) {
    if (!layout.versions().containsKey(name)) {
      throw new OperatorError(
          "数据仓库中没有表 " + name + "；用 planpulse tables 查看已有的表。",
          "The warehouse has no table " + name + "; planpulse tables lists those it has.");
    }
  }

  private TableInfo info(String name) {
    TableFiles files = TableFiles.latest(layout.folder(name));
    return new TableInfo(
        name, files.comment(), files.rows(), files.version(), files.bytes(), files.committed());
  }
}
