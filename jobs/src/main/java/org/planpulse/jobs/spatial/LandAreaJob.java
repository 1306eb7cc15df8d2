package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/**
 * Land area by class, unit and year, and the ledger that shows that the books close.
 *
 * <p>Farmland counts net; the ridges deducted from it count as their own class, so that the classes
 * of a unit sum to its parcels. The area as delivered and what repairs and adjustments changed,
 * dataset by dataset, sum to the parcels too. All sums are over decimal(20,2) m2 and do not depend
 * on order.
 */
public final class LandAreaJob implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "land-area",
        new LocalText("地类面积与面积台账", "Land area by class and the area ledger"),
        List.of("silver.land_parcel", "silver.admin_unit"),
        List.of("gold.land_area", "gold.area_ledger"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "sum parcels by unit, year and class; deducted ridges as a class of their own",
            "roll up to every level of administrative units",
            "write the ledger: delivered, repairs, adjustments, parcels, classes, units, control area, difference"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.admin_unit").createOrReplaceTempView("admin_unit");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");

    run.warehouse().replace("gold.land_area", landArea(spark));
    run.warehouse().read("gold.land_area").createOrReplaceTempView("land_area");
    run.warehouse().replace("gold.area_ledger", ledger(spark));
    return new JobResult(Map.of());
  }

  private static Dataset<Row> landArea(SparkSession spark) {
    return spark.sql(
        """
        WITH by_class AS (
          SELECT region_code AS unit, year, dlbm, coalesce(czcsxm, '') AS czcsxm,
                 net_area_m2 AS area_m2, deducted_m2, 1 AS parcels
          FROM parcel
          UNION ALL
          SELECT region_code, year, deducted_dlbm, '', deducted_m2, 0, 0
          FROM parcel WHERE deducted_m2 > 0
        )
        SELECT ancestor.region_code, year, dlbm, czcsxm,
               CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2,
               CAST(sum(deducted_m2) AS DECIMAL(20,2)) AS deducted_m2,
               sum(parcels) AS parcels
        FROM by_class JOIN ancestor USING (unit)
        GROUP BY ancestor.region_code, year, dlbm, czcsxm
        """);
  }

  private static Dataset<Row> ledger(SparkSession spark) {
    return spark.sql(
        """
        WITH delivered AS (
          SELECT ancestor.region_code, year, dataset, sum(area_m2) AS area_m2, count(*) AS items,
                 coalesce(sum(repair_delta_m2), 0) AS repair_m2,
                 count(repair_delta_m2) AS repairs,
                 coalesce(sum(adjustment_m2), 0) AS adjustment_m2,
                 count(adjustment_m2) AS adjusted
          FROM parcel JOIN ancestor ON parcel.region_code = ancestor.unit
          GROUP BY ancestor.region_code, year, dataset
        ), placed AS (
          SELECT region_code, year, sum(area_m2) AS area_m2, sum(items) AS items,
                 first(parent_code) AS parent_code, first(control_area_m2) AS control_area_m2
          FROM (SELECT region_code, year, area_m2, items FROM delivered)
          JOIN (
            SELECT region_code, max_by(parent_code, coalesce(year, 0)) AS parent_code,
                   max_by(control_area_m2, coalesce(year, 0))
                     FILTER (WHERE control_area_m2 IS NOT NULL) AS control_area_m2
            FROM admin_unit GROUP BY region_code
          ) USING (region_code)
          GROUP BY region_code, year
        )
        SELECT region_code, year, dataset, stack(2,
                 'delivered', CAST(area_m2 - repair_m2 - adjustment_m2 AS DECIMAL(20,2)), items,
                 'repair', CAST(repair_m2 AS DECIMAL(20,2)), repairs
               ) AS (entry, area_m2, items)
        FROM delivered
        UNION ALL
        SELECT region_code, year, dataset, 'adjusted', CAST(adjustment_m2 AS DECIMAL(20,2)), adjusted
        FROM delivered WHERE adjusted > 0
        UNION ALL
        SELECT region_code, year, '' AS dataset, entry, area_m2, items FROM (
          SELECT region_code, year, stack(3,
                   'parcels', CAST(area_m2 AS DECIMAL(20,2)), items,
                   'control', control_area_m2, 1L,
                   'difference', CAST(area_m2 - control_area_m2 AS DECIMAL(20,2)), 1L
                 ) AS (entry, area_m2, items)
          FROM placed)
        WHERE area_m2 IS NOT NULL
        UNION ALL
        SELECT parent_code, year, '', 'units', CAST(sum(area_m2) AS DECIMAL(20,2)), count(*)
        FROM placed WHERE parent_code IS NOT NULL GROUP BY parent_code, year
        UNION ALL
        SELECT region_code, year, '', 'classes', CAST(sum(area_m2) AS DECIMAL(20,2)), count(*)
        FROM land_area GROUP BY region_code, year
        """);
  }
}
