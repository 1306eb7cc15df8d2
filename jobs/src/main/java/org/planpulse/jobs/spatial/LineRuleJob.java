package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.LandRule;
import org.planpulse.schemas.codelist.LineRule;

/**
 * Checks land, control lines, plans and hazard zones by the rules of {@code
 * codelists/line_rules.yaml}, for each year with parcels.
 *
 * <p>Rules make <i>finds</i>: rows {@code rule_id, zone_layer, zone_id, other_layer, other_id,
 * other_name, region_code, year, parcels, hundredths, piece}. Finds of one rule, zone, other side
 * and unit, of all years, become violations with their first year and state, see {@link
 * org.planpulse.jobs.geometry.history.ViolationHistory}. A rule whose layers nobody delivered is
 * not checked, which is told and is no clean result.
 */
public final class LineRuleJob implements Job {

  private static final String VIOLATION = "gold.line_violation";
  private static final String LEDGER = "gold.line_rule_ledger";

  private static final List<String> INPUTS =
      List.of(
          "silver.land_parcel",
          "silver.control_zone",
          "silver.theme_feature",
          "silver.register_entry",
          "silver.admin_unit",
          "gold.land_change");

  private static final StructType RULE_YEARS =
      StructType.fromDDL("rule_id STRING, kind STRING, years ARRAY<INT>");

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "line-rules",
        new LocalText("控制线规则检查", "Rules on control lines"),
        INPUTS,
        List.of(VIOLATION, LEDGER));
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
    CoverFunctions.register(spark);
    RuleFunctions.register(spark);
    for (String table : INPUTS) {
      String view = table.equals("silver.land_parcel") ? "parcel" : table.replaceFirst(".*\\.", "");
      run.warehouse().read(table).createOrReplaceTempView(view);
    }
    RuleYears years = RuleYears.read(spark);
    List<LineRule> rules = List.copyOf(run.schemas().lineRules().values());
    new LineRuleReport(run, issues).tell(rules, years);
    ruleYears(spark, rules, years).createOrReplaceTempView("rule_years");

    Dataset<Row> land = LandFinds.of(spark, landRules(rules), run.schemas().landGroups().values());
    boolean layers = LayerFinds.find(spark, layerRules(rules, years), years);
    String city = run.workspace().settings().city();
    finds(spark, land, layers ? List.of(LayerFinds.finds(spark, city)) : List.of())
        .createOrReplaceTempView("find");
    run.warehouse().replace(VIOLATION, violations(spark));
    Dataset<Row> violations = run.warehouse().read(VIOLATION);
    violations.createOrReplaceTempView("line_violation");
    slivers(spark, layers).createOrReplaceTempView("sliver");
    run.warehouse().replace(LEDGER, ledger(spark));
    return new JobResult(Map.of("violations", violations.count()));
  }

  private static List<LandRule> landRules(List<LineRule> rules) {
    return rules.stream()
        .filter(rule -> rule instanceof LandRule)
        .map(rule -> (LandRule) rule)
        .toList();
  }

  private static List<LineRule> layerRules(List<LineRule> rules, RuleYears years) {
    return rules.stream()
        .filter(rule -> !(rule instanceof LandRule) && !years.spans(rule).isEmpty())
        .toList();
  }

  private static Dataset<Row> ruleYears(SparkSession spark, List<LineRule> rules, RuleYears years) {
    List<Row> rows =
        rules.stream()
            .map(rule -> RowFactory.create(rule.id(), rule.kind(), years.years(rule).toArray()))
            .toList();
    return spark.createDataFrame(rows, RULE_YEARS);
  }

  /** Finds of all rules, and apart from them the ground on which new land may still stand. */
  private static Dataset<Row> finds(
      SparkSession spark, Dataset<Row> land, List<Dataset<Row>> layers) {
    Dataset<Row> finds = land.drop("change");
    for (Dataset<Row> found : layers) {
      finds = finds.unionByName(found);
    }
    return finds
        .withColumn("ground", lit(false))
        .unionByName(LandFinds.ground(spark).withColumn("ground", lit(true)));
  }

  private static Dataset<Row> violations(SparkSession spark) {
    return spark.sql(
        """
        WITH place AS (
          SELECT rule_id, zone_layer, zone_id, other_layer, other_id, region_code,
                 max(other_name) AS other_name,
                 collect_list(struct(year, parcels, hundredths, piece))
                   FILTER (WHERE NOT ground) AS finds,
                 collect_list(struct(year, parcels, hundredths, piece))
                   FILTER (WHERE ground) AS ground
          FROM find
          GROUP BY rule_id, zone_layer, zone_id, other_layer, other_id, region_code
        ), history AS (
          SELECT place.* EXCEPT (finds, ground), kind,
                 explode(pp_violations(finds, ground, years)) AS found
          FROM place JOIN rule_years USING (rule_id)
        ), measured AS (
          SELECT * EXCEPT (found), found.*,
                 CAST(found.hundredths / 100BD AS DECIMAL(20,2)) AS amount,
                 ST_GeomFromWKB(found.shape) AS outline
          FROM history
        )
        SELECT rule_id, kind, zone_layer, zone_id, other_layer, other_id, other_name, region_code,
               year,
               CASE WHEN kind <> 'inside' THEN amount END AS area_m2,
               CASE WHEN kind = 'inside' AND ST_Dimension(outline) = 1 THEN amount END AS length_m,
               parcels AS parcel_ids, shape AS geometry,
               ST_XMin(outline) AS minx, ST_YMin(outline) AS miny,
               ST_XMax(outline) AS maxx, ST_YMax(outline) AS maxy,
               first_seen, state
        FROM measured
        """);
  }

  /** Parts too small to count, in each year. */
  private static Dataset<Row> slivers(SparkSession spark, boolean layers) {
    return spark.sql(
        layers
            ? "SELECT rule_id, explode(years) AS year, hundredths FROM layer_part WHERE NOT counts"
            : "SELECT '' AS rule_id, 0 AS year, 0L AS hundredths WHERE false");
  }

  /** A line for each entry of each rule and year that was checked, also where nothing was found. */
  private static Dataset<Row> ledger(SparkSession spark) {
    return spark.sql(
        """
        WITH line AS (
          SELECT rule_id, kind, explode(years) AS year,
                 explode(
                   CASE WHEN kind IN ('overlap', 'difference')
                     THEN array('new', 'open', 'gone', 'sliver')
                     ELSE array('new', 'open', 'gone') END) AS entry
          FROM rule_years
        ), booked AS (
          SELECT rule_id, year, state AS entry, count(*) AS items, sum(area_m2) AS area_m2,
                 sum(length_m) AS length_m
          FROM line_violation GROUP BY rule_id, year, state
          UNION ALL
          SELECT rule_id, year, 'sliver', count(*), sum(hundredths) / 100BD, NULL
          FROM sliver GROUP BY rule_id, year
        )
        SELECT rule_id, year, entry, coalesce(items, 0) AS items,
               CASE WHEN kind <> 'inside' THEN coalesce(area_m2, 0) END AS area_m2, length_m
        FROM line LEFT JOIN booked USING (rule_id, year, entry)
        """);
  }
}
