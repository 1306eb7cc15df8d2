package org.planpulse.jobs.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.reports.Format;
import org.planpulse.schemas.report.ReportType;
import org.planpulse.schemas.report.ReportType.About;
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
    ReportType declared = declared(project);
    long start = System.nanoTime();
    Written written =
        asOf.day()
            .map(day -> earlier(project, declared, day))
            .orElseGet(() -> present(project, declared));
    written.files().forEach(file -> console.print(file.toString()));
    written
        .failures()
        .forEach(failure -> console.err().println(failure.message(console.language())));
    if (written.files().isEmpty() && written.failures().isEmpty()) {
      console.tell(
          "没有可写的内容：本年度没有%s的对象。",
          "Nothing to write: the year has no subject for a %s.",
          declared.name().in(console.language()));
    } else if (declared.about() != About.CITY) {
      console.tell(
          "%s：写出 %d 份，未写出 %d 份，用时 %.1f 秒。",
          "%s: %d written, %d not written, %.1f s.",
          declared.name().in(console.language()),
          written.files().size(),
          written.failures().size(),
          (System.nanoTime() - start) / 1e9);
    }
    return written.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Written present(Project project, ReportType declared) {
    return new PipelineRun(console, project, RunDateOption.today(), year.value())
        .writeReports(
            declared,
            format,
            new Edition(console.language(), Optional.empty(), Optional.ofNullable(since)));
  }

  private Written earlier(Project project, ReportType declared, LocalDate day) {
    project.query("bronze.source_file", "gold.indicator_value").close();
    return new EarlierReport(
            project.workspace(),
            project.schemas(),
            aside -> new DeltaWarehouse(aside, project.schemas()),
            TerminalProgress.onStandardError(console.language()),
            Clock.systemUTC())
        .write(declared, format, day, year.value(), console.language(), Optional.ofNullable(since));
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
