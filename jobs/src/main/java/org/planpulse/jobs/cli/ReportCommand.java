package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.reports.Format;
import org.planpulse.schemas.report.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a report of a year from the tables as they are. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private YearOption year;

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
        new PipelineRun(console, project, RunDateOption.today(), year.value())
            .writeReports(declared(project), format, console.language());
    if (files.isEmpty()) {
      console.tell("没有可写的内容：本年度没有预警。", "Nothing to write: there is no warning this year.");
    }
    files.forEach(file -> console.print(file.toString()));
    return ExitCode.DONE;
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
