package org.planpulse.jobs.run;

import java.time.LocalDate;
import java.util.Optional;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;

/**
 * Everything a job may look at. There is no other source of time, settings or paths.
 *
 * @param runId set by the runner: the day, and a hash of all inputs from outside the warehouse
 * @param runDate the day of the run, an input like any other: files not named in the hand-over list
 *     count as received on it
 * @param year year to report on; the latest with land data when empty
 * @param lastRun of the job that is asked to run, set by the runner
 */
public record RunContext(
    Workspace workspace,
    Schemas schemas,
    Warehouse warehouse,
    String runId,
    LocalDate runDate,
    Optional<Integer> year,
    Optional<LastRun> lastRun) {

  public RunContext(
      Workspace workspace,
      Schemas schemas,
      Warehouse warehouse,
      String runId,
      LocalDate runDate,
      Optional<Integer> year) {
    this(workspace, schemas, warehouse, runId, runDate, year, Optional.empty());
  }

  RunContext withRunId(String id) {
    return new RunContext(workspace, schemas, warehouse, id, runDate, year);
  }

  /** For a job that ran before. */
  public RunContext after(Optional<LastRun> last) {
    return new RunContext(workspace, schemas, warehouse, runId, runDate, year, last);
  }

  /** The approved plan the workspace is about. */
  public Plan plan() {
    return schemas.plans().get(workspace.settings().plan());
  }
}
