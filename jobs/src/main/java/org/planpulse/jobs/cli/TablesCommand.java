package org.planpulse.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.TableCatalog;
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
    TableCatalog catalog = new TableCatalog(Project.tablesOf(common.workspace()));
    format.print(console, table == null ? tables(catalog) : columns(catalog));
    return ExitCode.DONE;
  }

  private static QueryResult tables(TableCatalog catalog) {
    return Listing.of(
        List.of("table", "rows", "bytes", "version", "changed", "comment"),
        List.of("rows", "bytes", "version"),
        catalog.tables().stream()
            .map(
                info ->
                    List.<Object>of(
                        info.name(),
                        info.rows(),
                        info.bytes(),
                        info.version(),
                        info.changed(),
                        info.comment()))
            .toList());
  }

  private QueryResult columns(TableCatalog catalog) {
    return Listing.of(
        List.of("column", "type", "nullable", "comment"),
        catalog.columns(table).stream()
            .map(info -> List.<Object>of(info.name(), info.type(), info.nullable(), info.comment()))
            .toList());
  }
}
