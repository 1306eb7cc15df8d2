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
 * Which land lies in which control line, by unit and year.
 *
 * <p>A shape that stands in several years is overlaid once. A parcel inside a zone counts with its
 * own area; only parcels that a zone's edge crosses are intersected. The ridges deducted from
 * farmland are shared out in proportion and count as their own class.
 */
public final class ZoneOverlayJob implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "zone-overlay",
        new LocalText("控制线内地类面积", "Land inside control lines"),
        List.of("silver.land_parcel", "silver.control_zone", "silver.admin_unit"),
        List.of("gold.zone_land_area"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "join distinct parcel shapes with zones (Sedona spatial join)",
            "take covered parcels whole, intersect the others",
            "sum by zone, unit, year and class"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    AreaFunctions.register(spark);
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.control_zone").createOrReplaceTempView("control_zone");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    overlay(spark).createOrReplaceTempView("overlay");
    Dataset<Row> areas = areas(spark);
    run.warehouse().replace("gold.zone_land_area", areas);
    return new JobResult(Map.of());
  }

  /** One row for each distinct shape and zone that share area: {@code inside_m2}. */
  static Dataset<Row> overlay(SparkSession spark) {
    return spark.sql(
        """
        WITH shape AS (
          SELECT geometry_hash, first(area_m2) AS area_m2,
                 ST_SetSRID(ST_GeomFromWKB(first(geometry)), 4490) AS shape
          FROM parcel GROUP BY geometry_hash
        ), zone AS (
          SELECT zone_layer, zone_id, zone_type,
                 ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS outline
          FROM control_zone
        ), pair AS (
          SELECT /*+ BROADCAST(zone) */ geometry_hash, zone_layer, zone_id, zone_type,
                 CASE WHEN ST_Covers(outline, shape) THEN area_m2
                      ELSE pp_piece_m2(area_m2,
                             ST_CollectionExtract(ST_Intersection(shape, outline), 3), shape)
                 END AS inside_m2
          FROM shape JOIN zone ON ST_Intersects(outline, shape)
        )
        SELECT * FROM pair WHERE inside_m2 > 0
        """);
  }

  private static Dataset<Row> areas(SparkSession spark) {
    return spark.sql(
        """
        WITH inside AS (
          SELECT zone_layer, zone_id, zone_type, region_code AS unit, year,
                 dlbm, coalesce(czcsxm, '') AS czcsxm, deducted_dlbm, inside_m2,
                 CAST(round(inside_m2 * deducted_share, 2) AS DECIMAL(20,2)) AS inside_deducted_m2
          FROM overlay JOIN parcel USING (geometry_hash)
        ), by_class AS (
          SELECT zone_layer, zone_id, zone_type, unit, year, dlbm, czcsxm,
                 inside_m2 - inside_deducted_m2 AS area_m2, 1 AS parcels
          FROM inside
          UNION ALL
          SELECT zone_layer, zone_id, zone_type, unit, year, deducted_dlbm, '',
                 inside_deducted_m2, 0
          FROM inside WHERE inside_deducted_m2 > 0
        )
        SELECT zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm,
               CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2, sum(parcels) AS parcels
        FROM by_class JOIN ancestor USING (unit)
        GROUP BY zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm
        """);
  }
}
