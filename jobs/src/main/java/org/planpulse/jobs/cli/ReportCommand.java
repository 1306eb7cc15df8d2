package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.reports.Format;
import org.planpulse.schemas.report.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a report of a year, as known now or as known on a day. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private YearOption year;
  @Mixin private AsOfOption asOf;

  @Option(names = "--since", paramLabel = "YYYY-MM-DD", descriptionKey = "since")
  private LocalDate since;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "annual",
      descriptionKey = "report-type")
  private String type;

  @Option(
      names = "--format",
      paramLabel = "pdf|xlsx|docx|html",
      defaultValue = "pdf",
      descriptionKey = "report-format")
  private Format format;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    List<Path> files =
        asOf.day().map(day -> earlier(project, day)).orElseGet(() -> present(project));
    if (files.isEmpty()) {
      console.tell("没有可写的内容：本年度没有预警。", "Nothing to write: there is no warning this year.");
    }
    files.forEach(file -> console.print(file.toString()));
    return ExitCode.DONE;
  }

  private List<Path> present(Project project) {
    return new PipelineRun(console, project, RunDateOption.today(), year.value())
        .writeReports(
            declared(project),
            format,
            new Edition(console.language(), Optional.empty(), Optional.ofNullable(since)));
  }

  private List<Path> earlier(Project project, LocalDate day) {
    project.query("bronze.source_file", "gold.indicator_value").close();
    return new EarlierReport(
            project.workspace(),
            project.schemas(),
            aside -> new DeltaWarehouse(aside, project.schemas()),
            TerminalProgress.onStandardError(console.language()),
            Clock.systemUTC())
        .write(
            declared(project),
            format,
            day,
            year.value(),
            console.language(),
            Optional.ofNullable(since));
  }

  private ReportType declared(Project project) {
    ReportType declared = project.schemas().reportTypes().get(type);
    if (declared == null) {
      String known = String.join(" ", project.schemas().reportTypes().keySet());
      throw new OperatorError(
          "没有报告类型 " + type + "。可用的类型：" + known + "。",
          "There is no report type " + type + ". Types: " + known + ".");
    }
    return declared;
  }
}
