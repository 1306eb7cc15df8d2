package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.schemas.LocalText;

/**
 * Which land lies in which control line, by unit and year.
 *
 * <p>A shape that stands in several years is overlaid once. A parcel inside a zone counts with its
 * own area, the others close against theirs, see {@link ZoneOverlay}. The ridges deducted from
 * farmland are shared out in proportion and count as their own class. A parcel in several rows of
 * one zone counts once. After a run that can be gone on from, only what changed is overlaid, see
 * {@link ZoneLandUpdate}.
 */
public final class ZoneOverlayJob implements Job {

  private static final String SUMS = "gold.zone_land_area";

  /** With more changes than this, by parcels, a full run is cheaper than a difference. */
  private static final double LARGEST_CHANGE = 0.3;

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "zone-overlay",
        new LocalText("控制线内地类面积", "Land inside control lines"),
        LandState.TABLES,
        List.of(SUMS));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "find parcels and zones whose content is not that of the last run; all on the first",
            "cut zones into parts and join a grid over them with distinct shapes (Sedona spatial join)",
            "take parcels inside whole, share out those that a border crosses",
            "sum by zone, unit, year and class"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    Warehouse warehouse = run.warehouse();
    LandState now = LandState.now(warehouse);
    long parcels = now.parcels().count();
    Optional<LandState> before =
        run.lastRun()
            .flatMap(last -> LandState.of(last, warehouse))
            .filter(last -> last.unitTree().equals(now.unitTree()));
    if (before.isPresent()) {
      try (ZoneLandUpdate update = new ZoneLandUpdate(before.get(), now)) {
        long contents = update.contents();
        if (contents <= LARGEST_CHANGE * parcels) {
          return write(warehouse, update.of(warehouse.read(SUMS)), parcels, contents);
        }
      }
    }
    Dataset<Row> all = now.parcels().withColumn("sign", functions.lit(1));
    Dataset<Row> areas = ZoneLand.areas(all, now.zones(), Regions.ancestors(now.units()));
    return write(warehouse, areas, parcels, parcels);
  }

  private static JobResult write(
      Warehouse warehouse, Dataset<Row> areas, long parcels, long overlaid) {
    warehouse.replace(SUMS, areas);
    return new JobResult(Map.of("parcels", parcels, "overlaid", overlaid));
  }
}
