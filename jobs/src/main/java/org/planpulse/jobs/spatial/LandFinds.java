package org.planpulse.jobs.spatial;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.LandRule;

/**
 * Land on the wrong side of a control line: the pieces of parcels that land rules find, in the
 * columns of {@link LineRuleJob}'s finds.
 */
final class LandFinds {

  private static final StructType RULE =
      StructType.fromDDL(
          "rule_id STRING, zone_layer STRING, side STRING, change STRING, group_id STRING");

  private LandFinds() {}

  /** Reads the views parcel, control_zone and land_change; leaves land_piece. */
  static Dataset<Row> of(SparkSession spark, List<LandRule> rules, Iterable<LandGroup> groups) {
    LandGroups.members(spark, groups).createOrReplaceTempView("land_group");
    spark
        .createDataFrame(rules.stream().map(LandFinds::row).toList(), RULE)
        .createOrReplaceTempView("land_rule");
    candidates(spark).createOrReplaceTempView("candidate");
    Dataset<Row> pieces = pieces(spark).localCheckpoint();
    pieces.createOrReplaceTempView("land_piece");
    return pieces;
  }

  private static Row row(LandRule rule) {
    return RowFactory.create(
        rule.id(), rule.zoneLayer(), rule.side().name(), rule.change().name(), rule.land());
  }

  /**
   * Land each rule is about: whole parcels of the year, or changed pieces that entered the group.
   */
  private static Dataset<Row> candidates(SparkSession spark) {
    return spark.sql(
        """
        SELECT rule_id, zone_layer, side, change, group_id, region_code, year, bsm, area_m2,
               geometry
        FROM parcel
        JOIN land_group ON parcel.dlbm = land_group.dlbm
         AND (land_group.czcsxm IS NULL OR land_group.czcsxm = parcel.czcsxm)
        JOIN land_rule USING (group_id)
        WHERE change = 'ANY'
        UNION ALL
        SELECT rule_id, zone_layer, side, change, group_id, region_code, to_year AS year,
               to_bsm AS bsm, area_m2, geometry
        FROM land_change
        JOIN land_group entered ON land_change.to_dlbm = entered.dlbm
         AND (entered.czcsxm IS NULL OR entered.czcsxm = land_change.to_czcsxm)
        JOIN land_rule USING (group_id)
        WHERE change = 'NEW' AND to_year = from_year + 1
          AND NOT EXISTS (
            SELECT 1 FROM land_group was
            WHERE was.group_id = entered.group_id AND was.dlbm = land_change.from_dlbm
              AND (was.czcsxm IS NULL OR was.czcsxm = land_change.from_czcsxm))
        """);
  }

  private static Dataset<Row> pieces(SparkSession spark) {
    return spark.sql(
        """
        WITH shape AS (
          SELECT *, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS land FROM candidate
        ), zone AS (
          SELECT zone_layer, zone_id, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS outline
          FROM control_zone
        ), layer AS (
          SELECT zone_layer,
                 ST_SetSRID(ST_GeomFromWKB(pp_cover(array_sort(collect_list(geometry)))), 4490)
                   AS outline
          FROM control_zone
          WHERE zone_layer IN (SELECT zone_layer FROM land_rule WHERE side = 'OUTSIDE')
          GROUP BY zone_layer
        ), cut AS (
          SELECT /*+ BROADCAST(zone) */ rule_id, shape.zone_layer, zone_id, group_id, change,
                 region_code, year, bsm, pp_land_inside(area_m2, land, outline) AS part
          FROM shape JOIN zone
            ON ST_Intersects(outline, land) AND shape.zone_layer = zone.zone_layer
          WHERE side = 'INSIDE'
          UNION ALL
          SELECT /*+ BROADCAST(layer) */ rule_id, shape.zone_layer, '' AS zone_id, group_id, change,
                 region_code, year, bsm, pp_land_outside(area_m2, land, outline) AS part
          FROM shape JOIN layer ON shape.zone_layer = layer.zone_layer
          WHERE side = 'OUTSIDE' AND NOT ST_Covers(outline, land)
        )
        SELECT rule_id, zone_layer, zone_id, group_id AS other_layer, '' AS other_id,
               CAST(NULL AS STRING) AS other_name, region_code, year, array(bsm) AS parcels,
               part.hundredths, part.piece, change
        FROM cut WHERE part IS NOT NULL
        """);
  }

  /**
   * Parcels of later years that may hold land which a rule on new land found, in the columns of
   * finds.
   */
  static Dataset<Row> ground(SparkSession spark) {
    return spark.sql(
        """
        WITH entered AS (
          SELECT rule_id, zone_layer, zone_id, other_layer AS group_id, region_code,
                 year AS entered, ST_GeomFromWKB(piece) AS land
          FROM land_piece WHERE change = 'NEW'
        ), member AS (
          SELECT group_id, region_code, year, bsm, area_m2, geometry,
                 ST_GeomFromWKB(geometry) AS shape
          FROM parcel
          JOIN land_group ON parcel.dlbm = land_group.dlbm
           AND (land_group.czcsxm IS NULL OR land_group.czcsxm = parcel.czcsxm)
          WHERE group_id IN (SELECT group_id FROM land_rule WHERE change = 'NEW')
        )
        SELECT /*+ BROADCAST(entered) */ DISTINCT
               rule_id, zone_layer, zone_id, member.group_id AS other_layer, '' AS other_id,
               CAST(NULL AS STRING) AS other_name, member.region_code, year,
               array(bsm) AS parcels, CAST(area_m2 * 100 AS BIGINT) AS hundredths,
               geometry AS piece
        FROM member JOIN entered
          ON ST_Intersects(member.shape, entered.land)
         AND member.group_id = entered.group_id AND member.region_code = entered.region_code
         AND member.year > entered.entered
        """);
  }
}
