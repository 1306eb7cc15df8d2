package org.planpulse.jobs.conform;

import java.util.List;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/** Control lines and planning zones, each layer under the name its contract gives it. */
public final class ConformControlZones implements Job {

  private static final FeatureJob LAYERS =
      new FeatureJob("silver.control_zone", new AreaCheck("declared_area_m2"), ShapeKind.POLYGON);

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-control-zones",
        new LocalText("控制线规整", "Conform control zones"),
        List.of("bronze.feature", "bronze.source_file", "ops.correction"),
        List.of(LAYERS.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LAYERS.contracts(run), LAYERS.table());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    return LAYERS.run(run, (row, file) -> {}, issues);
  }
}
