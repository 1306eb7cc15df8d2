package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.publish.Reports;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.PlannedJob;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.reports.Format;
import org.planpulse.schemas.report.ReportType;

/** The pipeline on one project, told to a console. */
final class PipelineRun {

  private final Console console;
  private final Project project;
  private final LocalDate runDate;
  private final Optional<Integer> year;

  /**
   * @param year to report on; the latest with land data when empty
   */
  PipelineRun(Console console, Project project, LocalDate runDate, Optional<Integer> year) {
    this.console = console;
    this.project = project;
    this.runDate = runDate;
    this.year = year;
  }

  /** Jobs that {@link #run} would not skip: their inputs have changed since they last ran. */
  List<JobDescription> pending() {
    try (Warehouse warehouse = warehouse()) {
      return runner(warehouse).pending();
    }
  }

  /** Prints what {@link #run} would do. */
  void printPlan() {
    try (Warehouse warehouse = warehouse()) {
      for (PlannedJob planned : runner(warehouse).plan()) {
        console.print(
            planned.job().name()
                + "  "
                + planned.job().title().in(console.language())
                + (planned.wouldRun() ? "" : console.word("（输入未变，跳过）", " (unchanged, skipped)")));
        if (planned.wouldRun()) {
          planned.steps().forEach(step -> console.print("  - " + step));
        }
      }
    }
  }

  /** Runs what has changed and says how it went. */
  RunReport run() {
    try (Warehouse warehouse = warehouse()) {
      return run(warehouse);
    }
  }

  /** Runs everything, for the first time; Spark starts while the files are written. */
  RunReport runFirst(Runnable filesWritten) {
    try (DeltaWarehouse warehouse = warehouse()) {
      warehouse.startEarly();
      filesWritten.run();
      return run(warehouse);
    }
  }

  /** The annual report of the year, from the tables as they are. */
  Path writeReport(Edition edition) {
    try (Warehouse warehouse = warehouse()) {
      return AnnualReportJob.write(context(warehouse), edition);
    }
  }

  /** Reports of a type, from the tables as they are. */
  Written writeReports(ReportType type, Format format, Edition edition) {
    try (Warehouse warehouse = warehouse()) {
      return new Reports(context(warehouse)).write(type, format, edition);
    }
  }

  private RunReport run(Warehouse warehouse) {
    RunReport report = runner(warehouse).run();
    console.tell(
        "用时 %.1f 秒；问题：错误 %d，警告 %d，提示 %d。",
        "%.1f s; issues: %d errors, %d warnings, %d notes.",
        report.seconds(),
        issues(report, "error"),
        issues(report, "warning"),
        issues(report, "info"));
    return report;
  }

  private static long issues(RunReport report, String severity) {
    return report.issues().getOrDefault(severity, 0L);
  }

  private DeltaWarehouse warehouse() {
    return new DeltaWarehouse(project.workspace(), project.schemas());
  }

  private JobRunner runner(Warehouse warehouse) {
    return new JobRunner(
        Pipeline.jobs(),
        context(warehouse),
        TerminalProgress.onStandardError(console.language()),
        Clock.systemUTC());
  }

  /** The runner gives the run its id. */
  private RunContext context(Warehouse warehouse) {
    return new RunContext(project.workspace(), project.schemas(), warehouse, "", runDate, year);
  }
}
