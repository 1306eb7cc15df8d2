package org.planpulse.jobs.spatial;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Land inside zones, summed by zone, region, year and class. */
final class ZoneLand {

  private ZoneLand() {}

  /** Rows of {@code gold.zone_land_area}. */
  static Dataset<Row> areas(LandState state) {
    SparkSession spark = state.parcels().sparkSession();
    named(state.parcels()).createOrReplaceTempView("parcel");
    state.zones().createOrReplaceTempView("control_zone");
    Regions.ancestors(state.units()).createOrReplaceTempView("ancestor");
    numberedZones(spark).createOrReplaceTempView("zone");
    ZoneOverlay.entries(spark, shapes(state.parcels()), overlayZones(spark.table("zone")))
        .createOrReplaceTempView("entry");
    return areas(spark);
  }

  /** Parcels with the name of their {@code shape}: geometry and official area. */
  static Dataset<Row> named(Dataset<Row> parcels) {
    return parcels.selectExpr("*", "concat_ws(' ', geometry_hash, area_m2) AS shape");
  }

  /** Each distinct shape once, whatever the years it stands in. */
  static Dataset<Row> shapes(Dataset<Row> parcels) {
    return named(parcels)
        .groupBy("shape")
        .agg(functions.first("area_m2").as("area_m2"), functions.first("geometry").as("geometry"))
        .selectExpr(
            "shape AS parcel",
            "'' AS class",
            "CAST(area_m2 * 100 AS BIGINT) AS hundredths",
            "geometry");
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

  /**
   * @param zones {@code zone_layer, number, geometry}
   */
  static List<OverlayZone> overlayZones(Dataset<Row> zones) {
    return zones
        .orderBy("number")
        .selectExpr("zone_layer", "number", "ST_GeomFromWKB(geometry)")
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
                 dlbm, coalesce(czcsxm, '') AS czcsxm, deducted_dlbm, inside_m2,
                 CAST(round(inside_m2 * deducted_share, 2) AS DECIMAL(20,2)) AS inside_deducted_m2
          FROM (SELECT parcel AS shape, zone_id AS number,
                       CAST(hundredths / 100BD AS DECIMAL(20,2)) AS inside_m2 FROM entry)
          JOIN parcel USING (shape)
          JOIN zone USING (number)
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
