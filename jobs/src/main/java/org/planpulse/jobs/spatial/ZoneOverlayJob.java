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
 * own area, the others close against theirs, see {@link ZoneOverlay}. The ridges deducted from
 * farmland are shared out in proportion and count as their own class. A parcel in several rows of
 * one zone counts once.
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
            "cut zones into parts and join their boxes with distinct shapes (Sedona spatial join)",
            "take parcels inside whole, share out those that a border crosses",
            "sum by zone, unit, year and class"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.control_zone").createOrReplaceTempView("control_zone");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    numberedZones(spark).createOrReplaceTempView("zone");
    ZoneOverlay.entries(spark, shapes(spark), zones(spark)).createOrReplaceTempView("entry");
    run.warehouse().replace("gold.zone_land_area", areas(spark));
    return new JobResult(Map.of());
  }

  /**
   * Each distinct shape once, whatever the years it stands in; one whose area was adjusted, once
   * for each area it has.
   */
  private static Dataset<Row> shapes(SparkSession spark) {
    return spark.sql(
        """
        SELECT concat_ws(' ', geometry_hash, area_m2) AS parcel, '' AS class,
               CAST(area_m2 * 100 AS BIGINT) AS hundredths, first(geometry) AS geometry
        FROM parcel GROUP BY geometry_hash, area_m2
        """);
  }

  /** A name may stand for several rows of a layer, of several types; a number does not. */
  private static Dataset<Row> numberedZones(SparkSession spark) {
    return spark.sql(
        """
        SELECT zone_layer, zone_id, zone_type, geometry,
               format_string('%08d', row_number() OVER (
                 ORDER BY zone_layer, zone_id, zone_type, source_id, geometry)) AS number
        FROM control_zone
        """);
  }

  private static List<OverlayZone> zones(SparkSession spark) {
    return spark
        .sql("SELECT zone_layer, number, ST_GeomFromWKB(geometry) FROM zone ORDER BY number")
        .collectAsList()
        .stream()
        .map(row -> new OverlayZone(row.getString(0), row.getString(1), row.getAs(2)))
        .toList();
  }

  private static Dataset<Row> areas(SparkSession spark) {
    return spark.sql(
        """
        WITH inside AS (
          SELECT zone.zone_layer, zone.zone_id, zone_type, region_code AS unit, year,
                 dlbm, coalesce(czcsxm, '') AS czcsxm, deducted_dlbm, inside_m2, parcel.source_id,
                 CAST(round(inside_m2 * deducted_share, 2) AS DECIMAL(20,2)) AS inside_deducted_m2
          FROM (SELECT parcel AS shape, zone_id AS number,
                       CAST(hundredths / 100BD AS DECIMAL(20,2)) AS inside_m2 FROM entry)
          JOIN (SELECT *, concat_ws(' ', geometry_hash, area_m2) AS shape FROM parcel) parcel
            USING (shape)
          JOIN zone USING (number)
        ), by_class AS (
          SELECT zone_layer, zone_id, zone_type, unit, year, dlbm, czcsxm,
                 inside_m2 - inside_deducted_m2 AS area_m2, source_id
          FROM inside
          UNION ALL
          SELECT zone_layer, zone_id, zone_type, unit, year, deducted_dlbm, '',
                 inside_deducted_m2, NULL
          FROM inside WHERE inside_deducted_m2 > 0
        )
        SELECT zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm,
               CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2, count(DISTINCT source_id) AS parcels
        FROM by_class JOIN ancestor USING (unit)
        GROUP BY zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm
        """);
  }
}
