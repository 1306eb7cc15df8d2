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
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.Progress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Schemas;

/**
 * Holds all landing files against their contracts as a run does, with a warehouse that is thrown
 * away: the workspace stays as it is.
 *
 * @param warehouses opens the warehouse of a workspace
 */
public record LandingCheck(
    Workspace workspace,
    Schemas schemas,
    Function<Workspace, Warehouse> warehouses,
    Progress progress,
    Clock clock) {

  /**
   * Reads the files; the report holds what is wrong with them.
   *
   * @param runDate on which files count as received that the hand-over list does not name
   */
  public RunReport run(LocalDate runDate) {
    try {
      Path scratch = Files.createTempDirectory("planpulse-check");
      try {
        return run(workspace.withWarehouse(scratch), runDate);
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  private RunReport run(Workspace aside, LocalDate runDate) {
    try (Warehouse warehouse = warehouses.apply(aside)) {
      RunContext context = new RunContext(aside, schemas, warehouse, "", runDate, Optional.empty());
      return new JobRunner(Pipeline.loading(), context, progress, clock).run();
    }
  }
}
