package org.planpulse.jobs.conform;

import java.util.List;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/** Land parcels of each year, measured on the ellipsoid, and adjusted where the settings ask. */
public final class ConformParcels implements Job {

  private static final FeatureJob LAYERS =
      new FeatureJob("silver.land_parcel", new AreaCheck("declared_area_m2"), ShapeKind.POLYGON);

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-parcels",
        new LocalText("地类图斑规整", "Conform land parcels"),
        List.of("bronze.feature", "bronze.source_file", "ops.correction", "silver.admin_unit"),
        List.of(LAYERS.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LAYERS.contracts(run), LAYERS.table());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    return LAYERS.run(
        run,
        new ParcelRule(KnownRegions.read(run)),
        new AreaAdjustment(run, issues)::adjust,
        issues);
  }
}
