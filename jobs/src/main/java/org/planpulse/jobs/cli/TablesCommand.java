package org.planpulse.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.TableFiles;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the tables, or the columns of one. */
@Command(name = "tables")
final class TablesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "TABLE", arity = "0..1", descriptionKey = "table")
  private String table;

  TablesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    WarehouseLayout layout = Project.open(common.workspace()).layout();
    format.print(console, table == null ? tables(layout) : columns(layout));
    return ExitCode.DONE;
  }

  private static QueryResult tables(WarehouseLayout layout) {
    return Listing.of(
        List.of("table", "version", "rows", "kilobytes", "comment"),
        layout.versions().keySet().stream().map(name -> row(name, layout)).toList());
  }

  private static List<Object> row(String name, WarehouseLayout layout) {
    TableFiles files = TableFiles.latest(layout.folder(name));
    return List.of(
        name, files.version(), files.rows(), (files.bytes() + 1023) / 1024, files.comment());
  }

  private QueryResult columns(WarehouseLayout layout) {
    if (!layout.versions().containsKey(table)) {
      throw new OperatorError(
          "没有数据表 " + table + "。用 planpulse tables 查看全部数据表。",
          "There is no table " + table + ". planpulse tables lists them.");
    }
    return Listing.of(
        List.of("column", "type", "nullable", "comment"),
        TableFiles.latest(layout.folder(table)).columns().stream()
            .map(
                column ->
                    List.<Object>of(
                        column.name(),
                        column.type().toString(),
                        column.nullable(),
                        column.comment()))
            .toList());
  }
}
