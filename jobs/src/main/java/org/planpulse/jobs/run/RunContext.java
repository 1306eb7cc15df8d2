package org.planpulse.jobs.run;

import java.time.LocalDate;
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
 */
public record RunContext(
    Workspace workspace, Schemas schemas, Warehouse warehouse, String runId, LocalDate runDate) {

  RunContext withRunId(String id) {
    return new RunContext(workspace, schemas, warehouse, id, runDate);
  }

  /** The approved plan the workspace is about. */
  public Plan plan() {
    return schemas.plans().get(workspace.settings().plan());
  }
}
