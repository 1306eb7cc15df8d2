package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.LineRule;

/**
 * Land on the wrong side of a control line, by the rules of {@code codelists/line_rules.yaml}. One
 * row a rule, zone, unit and year, with the pieces as one geometry and the parcels they belong to.
 */
public final class LineRuleJob implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "line-rules",
        new LocalText("控制线规则检查", "Rules on control lines"),
        List.of("silver.land_parcel", "silver.control_zone", "gold.land_change"),
        List.of("gold.line_violation"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        run.schemas().lineRules().values().stream()
            .map(rule -> rule.id() + " " + rule.name().in(run.workspace().settings().language()))
            .toList());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    AreaFunctions.register(spark);
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.control_zone").createOrReplaceTempView("control_zone");
    run.warehouse().read("gold.land_change").createOrReplaceTempView("land_change");
    LandGroups.members(spark, run.schemas().landGroups().values())
        .createOrReplaceTempView("land_group");
    rules(spark, run).createOrReplaceTempView("line_rule");
    candidates(spark).createOrReplaceTempView("candidate");
    run.warehouse().replace("gold.line_violation", violations(spark));
    return new JobResult(Map.of());
  }

  private static Dataset<Row> rules(SparkSession spark, RunContext run) {
    List<Row> rows = new ArrayList<>();
    for (LineRule rule : run.schemas().lineRules().values()) {
      rows.add(
          RowFactory.create(
              rule.id(), rule.zoneLayer(), rule.side().name(), rule.change().name(), rule.land()));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("rule_id", DataTypes.StringType)
            .add("zone_layer", DataTypes.StringType)
            .add("side", DataTypes.StringType)
            .add("change", DataTypes.StringType)
            .add("group_id", DataTypes.StringType));
  }

  /**
   * Land each rule is about: whole parcels of the year, or changed pieces that entered the group.
   */
  private static Dataset<Row> candidates(SparkSession spark) {
    return spark.sql(
        """
        SELECT rule_id, zone_layer, side, region_code, year, bsm, area_m2, geometry
        FROM parcel
        JOIN land_group ON parcel.dlbm = land_group.dlbm
         AND (land_group.czcsxm IS NULL OR land_group.czcsxm = parcel.czcsxm)
        JOIN line_rule USING (group_id)
        WHERE change = 'ANY'
        UNION ALL
        SELECT rule_id, zone_layer, side, region_code, to_year AS year, to_bsm AS bsm,
               area_m2, geometry
        FROM land_change
        JOIN land_group entered ON land_change.to_dlbm = entered.dlbm
         AND (entered.czcsxm IS NULL OR entered.czcsxm = land_change.to_czcsxm)
        JOIN line_rule USING (group_id)
        WHERE change = 'NEW' AND to_year = from_year + 1
          AND NOT EXISTS (
            SELECT 1 FROM land_group was
            WHERE was.group_id = entered.group_id AND was.dlbm = land_change.from_dlbm
              AND (was.czcsxm IS NULL OR was.czcsxm = land_change.from_czcsxm))
        """);
  }

  private static Dataset<Row> violations(SparkSession spark) {
    return spark.sql(
        """
        WITH shape AS (
          SELECT *, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS land FROM candidate
        ), zone AS (
          SELECT zone_layer, zone_id, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS outline
          FROM control_zone
        ), layer AS (
          SELECT zone_layer, ST_Union_Aggr(outline) AS outline FROM zone GROUP BY zone_layer
        ), piece AS (
          SELECT /*+ BROADCAST(zone) */ rule_id, shape.zone_layer, zone_id, region_code, year, bsm,
                 area_m2, land, ST_CollectionExtract(ST_Intersection(land, outline), 3) AS piece
          FROM shape JOIN zone ON ST_Intersects(outline, land) AND shape.zone_layer = zone.zone_layer
          WHERE side = 'INSIDE'
          UNION ALL
          SELECT /*+ BROADCAST(layer) */ rule_id, shape.zone_layer, '' AS zone_id, region_code, year,
                 bsm, area_m2, land,
                 ST_CollectionExtract(ST_Difference(land, outline), 3) AS piece
          FROM shape JOIN layer ON shape.zone_layer = layer.zone_layer
          WHERE side = 'OUTSIDE' AND NOT ST_Covers(outline, land)
        ), measured AS (
          SELECT * EXCEPT (area_m2), pp_piece_m2(area_m2, piece, land) AS area_m2
          FROM piece WHERE NOT ST_IsEmpty(piece)
        ), grouped AS (
          SELECT rule_id, zone_layer, zone_id, region_code, year,
                 CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2,
                 array_sort(collect_set(bsm)) AS parcel_ids,
                 ST_Union_Aggr(piece) AS violation
          FROM measured WHERE area_m2 > 0
          GROUP BY rule_id, zone_layer, zone_id, region_code, year
        )
        SELECT rule_id, zone_layer, zone_id, region_code, year, area_m2, parcel_ids,
               ST_AsBinary(violation) AS geometry,
               ST_XMin(violation) AS minx, ST_YMin(violation) AS miny,
               ST_XMax(violation) AS maxx, ST_YMax(violation) AS maxy,
               min(year) OVER (PARTITION BY rule_id, zone_layer, zone_id, region_code) AS first_seen,
               'open' AS state
        FROM grouped
        """);
  }
}
