package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the annual report of a year, as known now or as known on a day. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private YearOption year;
  @Mixin private AsOfOption asOf;

  @Option(names = "--since", paramLabel = "YYYY-MM-DD", descriptionKey = "since")
  private LocalDate since;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    console.print(
        asOf.day().map(day -> earlier(project, day)).orElseGet(() -> present(project)).toString());
    return ExitCode.DONE;
  }

  private Path present(Project project) {
    return new PipelineRun(console, project, RunDateOption.today(), year.value())
        .writeReport(new Edition(console.language(), Optional.empty(), Optional.ofNullable(since)));
  }

  private Path earlier(Project project, LocalDate day) {
    project.query("bronze.source_file", "gold.indicator_value").close();
    return new EarlierReport(
            project.workspace(),
            project.schemas(),
            aside -> new DeltaWarehouse(aside, project.schemas()),
            TerminalProgress.onStandardError(console.language()),
            Clock.systemUTC())
        .write(day, year.value(), console.language(), Optional.ofNullable(since));
  }
}
