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
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.Progress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;

/**
 * Writes the annual report as known on a day. Every figure, map, ledger and issue is computed again
 * from the files received by then, in a warehouse that is thrown away; the workspace's tables stay
 * as they are.
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
   * Writes the report.
   *
   * @param day the end of which counts; also the day of the run, for what is overdue or expired
   * @param year to report on; the latest with land data when empty
   * @param since day whose figures the errata compare with; the previous edition's when empty
   * @return the file
   */
  public Path write(
      LocalDate day, Optional<Integer> year, Language language, Optional<LocalDate> since) {
    try {
      Path scratch = Files.createTempDirectory("planpulse-as-of");
      try (Warehouse then = warehouses.apply(workspace.withWarehouse(scratch))) {
        return write(then, workspace.withWarehouse(scratch), day, year, language, since);
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  private Path write(
      Warehouse then,
      Workspace aside,
      LocalDate day,
      Optional<Integer> year,
      Language language,
      Optional<LocalDate> since) {
    RunContext run = new RunContext(aside, schemas, then, "", day, year);
    Warehouse now = new DeltaWarehouse(workspace.warehouse(), schemas.warehouse(), then.spark());
    new EarlierKnowledge(now, day).copyTo(then);
    RunReport report = new JobRunner(Pipeline.afterReading(), run, progress, clock).run();
    report
        .failure()
        .ifPresent(
            failure -> {
              throw new OperatorError(
                  "未能按 " + day + " 所知数据出报告：" + failure.getMessage() + "。",
                  "The report as known on " + day + " failed: " + failure.getMessage() + ".",
                  failure);
            });
    RunContext today =
        new RunContext(workspace, schemas, now, "", day, AnnualReportJob.yearOf(run));
    return AnnualReportJob.write(
        run,
        new Edition(
            language, Optional.of(day), since.or(() -> AnnualReportJob.editionBefore(today, day))));
  }
}
