package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

/** Land inside zones, summed by zone, region, year and class. */
final class ZoneLand {

  /** Tell the rows of one shape apart, as far as a caller's rows have them. */
  private static final List<String> ROW =
      List.of("group_id", "year", "dataset", "source_id", "bsm", "sign");

  private ZoneLand() {}

  /**
   * @param parcels rows of {@code silver.land_parcel} and {@code sign}: 1, or -1 to take out
   * @param ancestors see {@link Regions#ancestors}
   * @return columns of {@code gold.zone_land_area}
   */
  static Dataset<Row> areas(Dataset<Row> parcels, List<ControlZone> zones, Dataset<Row> ancestors) {
    SparkSession spark = parcels.sparkSession();
    named(parcels).createOrReplaceTempView("parcel");
    ancestors.createOrReplaceTempView("ancestor");
    ControlZone.numbers(spark, zones).createOrReplaceTempView("zone");
    ZoneOverlay.entries(spark, shapes(parcels), ControlZone.numbered(zones))
        .createOrReplaceTempView("entry");
    return spark.sql(
        """
        WITH inside AS (
          SELECT zone.zone_layer, zone.zone_id, zone_type, region_code AS unit, year, sign,
                 dlbm, coalesce(czcsxm, '') AS czcsxm, deducted_dlbm, inside_m2,
                 CAST(round(inside_m2 * CAST(deducted_share AS DECIMAL(10,8)), 2)
                      AS DECIMAL(20,2)) AS inside_deducted_m2
          FROM (SELECT parcel AS shape, zone_id AS number,
                       CAST(hundredths / 100BD AS DECIMAL(20,2)) AS inside_m2 FROM entry)
          JOIN parcel USING (shape)
          JOIN zone USING (number)
        ), by_class AS (
          SELECT zone_layer, zone_id, zone_type, unit, year, dlbm, czcsxm,
                 sign * (inside_m2 - inside_deducted_m2) AS area_m2, sign AS parcels
          FROM inside
          UNION ALL
          SELECT zone_layer, zone_id, zone_type, unit, year, deducted_dlbm, '',
                 sign * inside_deducted_m2, 0
          FROM inside WHERE inside_deducted_m2 > 0
        )
        SELECT zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm,
               CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2, sum(parcels) AS parcels
        FROM by_class JOIN ancestor USING (unit)
        GROUP BY zone_layer, zone_id, zone_type, ancestor.region_code, year, dlbm, czcsxm
        """);
  }

  /** Parcels with the name of their {@code shape}: geometry and official area. */
  static Dataset<Row> named(Dataset<Row> parcels) {
    return parcels.selectExpr("*", "concat_ws(' ', geometry_hash, area_m2) AS shape");
  }

  /**
   * Each distinct shape once, whatever the years it stands in; one whose area was adjusted, once
   * for each area it has.
   *
   * <p>One row of each shape is chosen by narrow columns and then looked up: grouping the geometry
   * itself would sort all of it.
   */
  static Dataset<Row> shapes(Dataset<Row> parcels) {
    String row =
        ROW.stream()
            .filter(List.of(parcels.columns())::contains)
            .collect(Collectors.joining(", ", "xxhash64(", ")"));
    Dataset<Row> rows = named(parcels).withColumn("row", functions.expr(row));
    Dataset<Row> chosen =
        rows.groupBy("shape").agg(functions.min("row").as("row")).hint("shuffle_hash");
    return rows.join(chosen, CollectionConverters.asScala(List.of("shape", "row")).toSeq())
        .selectExpr(
            "shape AS parcel",
            "'' AS class",
            "CAST(area_m2 * 100 AS BIGINT) AS hundredths",
            "geometry",
            "minx",
            "miny",
            "maxx",
            "maxy");
  }
}
