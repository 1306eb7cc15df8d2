package org.planpulse.jobs.spatial;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.run.RunContext;

/**
 * Residential land and residents within reaches, by unit and year. A parcel inside a reach counts
 * with its own area, one that its edge crosses with the piece inside. A shape that stands in
 * several years is overlaid once with a reach that does.
 */
final class ServiceCoverage {

  private ServiceCoverage() {}

  /** Of the view {@code service_reach}; one row a reach, year and region with residential land. */
  static Dataset<Row> of(RunContext run) {
    SparkSession spark = run.warehouse().spark();
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.statistic").createOrReplaceTempView("statistic");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    LandGroups.members(spark, run.schemas().landGroups().values())
        .createOrReplaceTempView("land_group");
    Dataset<Row> homes = homes(spark);
    ZoneLand.named(homes).createOrReplaceTempView("home");
    inside(homes).createOrReplaceTempView("inside_reach");
    people(spark, run.schemas().serviceAreas().population()).createOrReplaceTempView("people");
    return coverage(spark);
  }

  private static Dataset<Row> homes(SparkSession spark) {
    return spark.sql(
        """
        SELECT group_id, year, dataset, source_id, bsm, region_code AS unit, area_m2, geometry,
               geometry_hash, minx, miny, maxx, maxy
        FROM parcel
        JOIN land_group ON parcel.dlbm = land_group.dlbm
         AND (land_group.czcsxm IS NULL OR land_group.czcsxm = parcel.czcsxm)
        WHERE group_id IN (SELECT group_id FROM service_reach)
        """);
  }

  /**
   * One row for each reach and shape that share area. A shape whose area was adjusted has another
   * one in each year.
   */
  private static Dataset<Row> inside(Dataset<Row> homes) {
    SparkSession spark = homes.sparkSession();
    return ZoneOverlay.entries(spark, ZoneLand.shapes(homes), reaches(spark))
        .selectExpr(
            "CAST(zone_id AS INT) AS reach_id",
            "parcel AS shape",
            "CAST(hundredths / 100BD AS DECIMAL(20,2)) AS inside_m2");
  }

  /** Each reach is a layer of its own, since reaches overlap. */
  private static List<OverlayZone> reaches(SparkSession spark) {
    return spark
        .sql(
            """
            SELECT reach_id, ST_GeomFromWKB(min(geometry)) FROM service_reach
            WHERE geometry IS NOT NULL GROUP BY reach_id ORDER BY reach_id
            """)
        .collectAsList()
        .stream()
        .map(row -> reach(Integer.toString(row.getInt(0)), row.getAs(1)))
        .toList();
  }

  private static OverlayZone reach(String id, Geometry area) {
    return new OverlayZone("reach " + id, id, area);
  }

  private static Dataset<Row> people(SparkSession spark, String item) {
    return spark.sql(
        """
        SELECT region_code, year, max_by(si_value, struct(known_from, source_id)) AS people
        FROM statistic
        WHERE item_code = '%s' AND known_to IS NULL AND si_value IS NOT NULL
        GROUP BY region_code, year
        """
            .formatted(item));
  }

  private static Dataset<Row> coverage(SparkSession spark) {
    return spark.sql(
        """
        WITH residential AS (
          SELECT group_id, year, ancestor.region_code, sum(area_m2) AS residential_m2
          FROM home JOIN ancestor USING (unit)
          GROUP BY group_id, year, ancestor.region_code
        ), covered AS (
          SELECT service_id, minutes, year, ancestor.region_code, sum(inside_m2) AS covered_m2
          FROM service_reach
          JOIN home USING (group_id, year)
          JOIN inside_reach USING (reach_id, shape)
          JOIN ancestor USING (unit)
          GROUP BY service_id, minutes, year, ancestor.region_code
        ), share AS (
          SELECT service_id, minutes, region_code, year,
                 CAST(residential_m2 AS DECIMAL(20,2)) AS residential_m2,
                 CAST(coalesce(covered_m2, 0) AS DECIMAL(20,2)) AS covered_m2,
                 try_divide(CAST(coalesce(covered_m2, 0) AS DOUBLE),
                            CAST(residential_m2 AS DOUBLE)) AS covered_share
          FROM service_reach
          JOIN residential USING (group_id, year)
          LEFT JOIN covered USING (service_id, minutes, year, region_code)
          WHERE residential_m2 > 0
        )
        SELECT share.*, people, people * covered_share AS covered_people
        FROM share LEFT JOIN people USING (region_code, year)
        """);
  }
}
