package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the annual report of a year from the tables as they are. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private YearOption year;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    console.print(
        new PipelineRun(console, project, RunDateOption.today(), year.value())
            .writeReport(console.language())
            .toString());
    return ExitCode.DONE;
  }
}
