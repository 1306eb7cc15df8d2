package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.publish.Reports;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.Progress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.reports.Format;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.report.ReportType;

/**
 * Writes reports as known on a day. Every figure, map, ledger and issue is computed again from the
 * files received by then, in a warehouse that is thrown away; the workspace's tables stay as they
 * are.
 *
 * @param warehouses opens the warehouse of a workspace
 */
public record EarlierReport(
    Workspace workspace,
    Schemas schemas,
    Function<Workspace, Warehouse> warehouses,
    Progress progress,
    Clock clock) {

  /**
   * Writes the reports of a type, see {@link Reports#write}.
   *
   * @param day the end of which counts; also the day of the run, for what is overdue or expired
   * @param year to report on; the latest with land data when empty
   * @param since day whose figures the errata compare with; the previous edition's when empty
   */
  public Written write(
      ReportType type,
      Format format,
      LocalDate day,
      Optional<Integer> year,
      Language language,
      Optional<LocalDate> since) {
    try {
      Path scratch = Files.createTempDirectory("planpulse-as-of");
      try (Warehouse then = warehouses.apply(workspace.withWarehouse(scratch))) {
        RunContext run =
            new RunContext(workspace.withWarehouse(scratch), schemas, then, "", day, year);
        Warehouse now =
            new DeltaWarehouse(workspace.warehouse(), schemas.warehouse(), then.spark());
        compute(run, now);
        RunContext today =
            new RunContext(workspace, schemas, now, "", day, new Reports(run).year());
        Optional<LocalDate> previous = new Reports(today).editionBefore(day);
        return new Reports(run)
            .write(type, format, new Edition(language, Optional.of(day), since, previous));
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  /** Every job but the reading of files, on what had been read of the files received by the day. */
  private void compute(RunContext run, Warehouse now) {
    new EarlierKnowledge(now, run.runDate()).copyTo(run.warehouse());
    RunReport report = new JobRunner(Pipeline.afterReading(), run, progress, clock).run();
    report
        .failure()
        .ifPresent(
            failure -> {
              throw new OperatorError(
                  "未能按 " + run.runDate() + " 所知数据出报告：" + failure.getMessage() + "。",
                  "The report as known on "
                      + run.runDate()
                      + " failed: "
                      + failure.getMessage()
                      + ".",
                  failure);
            });
  }
}
