package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import org.planpulse.jobs.run.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings tables and reports up to date with the landing files. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RunDateOption runDate;
  @Mixin private YearOption year;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PipelineRun pipeline =
        new PipelineRun(console, Project.open(common.workspace()), runDate.orToday(), year.value());
    if (dryRun) {
      pipeline.printPlan();
      return ExitCode.DONE;
    }
    RunReport report = pipeline.run();
    if (common.verbose()) {
      report.failure().ifPresent(failure -> failure.printStackTrace(console.err()));
    }
    return report.succeeded() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
