package org.planpulse.jobs.conform;

import java.util.List;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/** Thematic layers of any subject: points, lines and polygons, with the attributes delivered. */
public final class ConformThemes implements Job {

  private static final FeatureJob LAYERS =
      new FeatureJob("silver.theme_feature", new AreaCheck("declared_area_m2"), ShapeKind.ANY);

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-themes",
        new LocalText("专题图层规整", "Conform thematic layers"),
        List.of("bronze.feature", "bronze.source_file", "ops.correction"),
        List.of(LAYERS.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LAYERS.contracts(run), LAYERS.table());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    return LAYERS.run(run, (row, file) -> row.set("year", file.dataYear()), issues);
  }
}
