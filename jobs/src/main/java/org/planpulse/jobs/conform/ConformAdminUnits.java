package org.planpulse.jobs.conform;

import java.util.List;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/** Administrative units with level and parent, from the layers the survey delivers. */
public final class ConformAdminUnits implements Job {

  private static final FeatureJob LAYERS =
      new FeatureJob("silver.admin_unit", new AreaCheck("control_area_m2"), ShapeKind.POLYGON);

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-admin-units",
        new LocalText("行政单元规整", "Conform administrative units"),
        List.of("bronze.feature", "bronze.source_file", "ops.correction"),
        List.of(LAYERS.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LAYERS.contracts(run), LAYERS.table());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    return LAYERS.run(run, ConformAdminUnits::complete, issues);
  }

  private static void complete(SilverRow row, SourceFile file) {
    if (file.dataYear() != null) {
      row.set("year", file.dataYear());
    }
    if (row.get("region_code") != null) {
      String code = RegionCode.withoutSurveyDigits(row.text("region_code"));
      row.set("region_code", code);
      row.set("level", RegionCode.level(code));
      row.set("parent_code", RegionCode.parent(code));
      if (row.get("name") == null) {
        row.set("name", code);
      }
    }
  }
}
