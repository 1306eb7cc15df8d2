package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.publish.export.LayerExport;
import org.planpulse.jobs.publish.export.Selection;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes tables with geometry to a file for a GIS. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "TABLE", arity = "1..*", descriptionKey = "table")
  private List<String> tables;

  @Option(names = "--to", paramLabel = "FILE", descriptionKey = "to")
  private Path target;

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "year")
  private Integer year;

  @Option(names = "--where", paramLabel = "SQL", descriptionKey = "where")
  private String condition;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Workspace workspace = WorkspaceFile.read(common.workspace());
    Path file = target == null ? workspace.exports().resolve(standardName()) : target;
    new LayerExport(new WarehouseLayout(workspace.warehouse()))
        .write(
            tables, new Selection(Optional.ofNullable(year), Optional.ofNullable(condition)), file);
    console.print(file.toString());
    return ExitCode.DONE;
  }

  private String standardName() {
    return (tables.size() == 1 ? tables.get(0) : "layers") + ".gpkg";
  }
}
