package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/**
 * Computes every indicator of the catalogue for every region and year, judges the city's values
 * against the plan, and fits the trends. Each step is kept as rows (a local checkpoint), not as a
 * plan: a plan with all formulas in it, planned again at every use, took longer than its rows.
 */
public final class IndicatorJob implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "indicators",
        new LocalText("指标、趋势与预警", "Indicators, trends and warnings"),
        List.of(
            "silver.admin_unit",
            "silver.control_zone",
            "silver.land_parcel",
            "silver.observation",
            "silver.raster_tile",
            "silver.register_entry",
            "silver.statistic",
            "silver.theme_feature",
            "gold.land_area",
            "gold.raster_zone_stat",
            "gold.service_coverage",
            "gold.zone_land_area"),
        List.of(
            "gold.indicator_input",
            "gold.indicator_value",
            "gold.indicator_trend",
            CarryingTable.NAME,
            "gold.target_judgement",
            "gold.warning"));
  }

  /** What departments wrote about warnings. */
  @Override
  public Map<String, String> inputs(RunContext run) {
    return WarningHandling.inputs(run.workspace());
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "gather the inputs of %d indicators"
                .formatted(run.schemas().indicators().stream().filter(Indicator::computed).count()),
            "evaluate all formulas in one pass",
            "judge %d targets of the plan".formatted(run.plan().targets().size()),
            "fit trends and list warnings"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    List<Indicator> catalogue = run.schemas().indicators();
    SparkSession spark = run.warehouse().spark();
    TrendFunction.register(spark, run.schemas().warningRules().faults());
    catalogueView(spark, catalogue);

    Dataset<Row> inputs =
        new IndicatorInputs(run, InputSpec.of(catalogue)).rows().localCheckpoint();
    run.warehouse().replace("gold.indicator_input", inputs);
    Dataset<Row> evaluated =
        new FormulaEvaluation(catalogue, run.schemas().units()).evaluate(inputs).localCheckpoint();
    evaluated.createOrReplaceTempView("evaluated");
    Dataset<Row> values = values(spark, run).localCheckpoint();
    values.createOrReplaceTempView("plain_value");

    List<List<Judgement>> judged = judge(run, values);
    judgementView(spark, judged);
    run.warehouse().replace("gold.indicator_value", judgedValues(spark, run));
    targetView(spark, run);
    growthIndexView(spark, run);
    run.warehouse().replace("gold.indicator_trend", trends(spark, run));
    new JudgementTables(run, ConflictingValues.of(values, run.plan())).write(judged, issues);
    new CarryingTable(run, values).write();
    long count = values.where("value IS NOT NULL").count();
    return new JobResult(Map.of("values", count));
  }

  private static void catalogueView(SparkSession spark, List<Indicator> catalogue) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : catalogue) {
      rows.add(
          RowFactory.create(
              indicator.code(),
              indicator.standardId(),
              indicator.unit(),
              indicator.inputs().keySet().toArray(),
              indicator.computed() ? null : indicator.notComputable().zh()));
    }
    spark
        .createDataFrame(
            rows,
            new StructType()
                .add("indicator_code", DataTypes.StringType)
                .add("standard_id", DataTypes.StringType)
                .add("unit", DataTypes.StringType)
                .add("inputs", DataTypes.createArrayType(DataTypes.StringType))
                .add("not_computable", DataTypes.StringType))
        .createOrReplaceTempView("catalogue");
  }

  /**
   * Evaluated values, and for the city a row for every indicator and year since the plan's base
   * year, so that a missing one is visible with the names of its missing inputs, and one that is
   * not computed with its reason.
   */
  private static Dataset<Row> values(SparkSession spark, RunContext run) {
    return spark.sql(
        """
        WITH city_year AS (
          SELECT DISTINCT '%1$s' AS region_code, year FROM land_area WHERE year >= %2$d
        ), expected AS (
          SELECT indicator_code, region_code, year FROM catalogue CROSS JOIN city_year
          UNION
          SELECT indicator_code, region_code, year FROM evaluated WHERE value IS NOT NULL
        )
        SELECT indicator_code, standard_id, region_code, year, value, unit,
               coalesce(value_status, 'MISSING') AS value_status,
               CASE WHEN value IS NULL THEN coalesce(not_computable, array_join(
                 array_except(inputs, coalesce(inputs_found, array())), ', ')) END AS reason,
               coalesce(known_from, last_known) AS known_from
        FROM expected
        JOIN catalogue USING (indicator_code)
        LEFT JOIN evaluated USING (indicator_code, region_code, year)
        CROSS JOIN (SELECT max(known_from) AS last_known FROM evaluated)
        """
            .formatted(run.plan().city().code(), run.plan().baseYear()));
  }

  private static List<List<Judgement>> judge(RunContext run, Dataset<Row> values) {
    Plan plan = run.plan();
    Map<String, SortedMap<Integer, Double>> series = new TreeMap<>();
    List<String> codes = plan.targets().stream().map(Plan.Target::indicator).toList();
    values
        .where("value IS NOT NULL AND region_code = '%s'".formatted(plan.city().code()))
        .where(values.col("indicator_code").isInCollection(codes))
        .select("indicator_code", "year", "value")
        .collectAsList()
        .forEach(
            row ->
                series
                    .computeIfAbsent(row.getString(0), code -> new TreeMap<>())
                    .put(row.getInt(1), row.getDouble(2)));
    TargetJudge judge = new TargetJudge(run.schemas(), plan);
    List<List<Judgement>> judged = new ArrayList<>();
    for (Indicator indicator : run.schemas().indicators()) {
      plan.targetOf(indicator.code())
          .filter(target -> series.containsKey(indicator.code()))
          .ifPresent(
              target -> judged.add(judge.judge(indicator, target, series.get(indicator.code()))));
    }
    return judged;
  }

  private static void judgementView(SparkSession spark, List<List<Judgement>> judged) {
    List<Row> rows =
        judged.stream()
            .flatMap(List::stream)
            .map(
                judgement ->
                    RowFactory.create(
                        judgement.indicator().code(),
                        judgement.year(),
                        judgement.targetValue(),
                        judgement.warning().level().code()))
            .toList();
    spark
        .createDataFrame(
            rows,
            new StructType()
                .add("indicator_code", DataTypes.StringType)
                .add("year", DataTypes.IntegerType)
                .add("target_value", DataTypes.DoubleType)
                .add("level", DataTypes.StringType))
        .createOrReplaceTempView("judgement");
  }

  private static Dataset<Row> judgedValues(SparkSession spark, RunContext run) {
    return spark.sql(
        """
        SELECT plain_value.*, target_value, coalesce(level, 'info') AS level, '%s' AS run_id,
               CAST(NULL AS DATE) AS known_to
        FROM plain_value
        LEFT JOIN judgement
          ON judgement.indicator_code = plain_value.indicator_code
         AND judgement.year = plain_value.year AND plain_value.region_code = '%s'
        """
            .formatted(run.runId(), run.plan().city().code()));
  }

  /** Where the plan's targets are met, in the indicator's unit. */
  private static void targetView(SparkSession spark, RunContext run) {
    TargetJudge judge = new TargetJudge(run.schemas(), run.plan());
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : run.schemas().indicators()) {
      run.plan()
          .targetOf(indicator.code())
          .flatMap(target -> judge.terms(indicator, target, Collections.emptySortedMap()))
          .flatMap(
              terms ->
                  terms
                      .threshold()
                      .map(
                          limit ->
                              RowFactory.create(
                                  indicator.code(),
                                  terms.targetYear(),
                                  limit.value(),
                                  limit.atLeast(),
                                  terms.isLimit())))
          .ifPresent(rows::add);
    }
    spark
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "indicator_code STRING, target_year INT, threshold DOUBLE, at_least BOOLEAN,"
                    + " is_limit BOOLEAN"))
        .createOrReplaceTempView("plan_target");
  }

  /** Which entry of the catalogue tells the growth of which at constant prices. */
  private static void growthIndexView(SparkSession spark, RunContext run) {
    List<Row> rows =
        run.schemas().indicators().stream()
            .filter(indicator -> indicator.growthIndex() != null)
            .map(indicator -> RowFactory.create(indicator.code(), indicator.growthIndex()))
            .toList();
    spark
        .createDataFrame(rows, StructType.fromDDL("indicator_code STRING, growth_index STRING"))
        .createOrReplaceTempView("growth_index");
  }

  private static Dataset<Row> trends(SparkSession spark, RunContext run) {
    return spark.sql(
        """
        WITH series AS (
          SELECT indicator_code, region_code, min(year) AS from_year, max(year) AS to_year,
                 CAST(count(*) AS INT) AS points,
                 array_sort(collect_list(struct(year, value))) AS yearly
          FROM plain_value WHERE value IS NOT NULL
          GROUP BY indicator_code, region_code
        ), fitted AS (
          SELECT series.*, pp_trend(series.yearly, growth.yearly, coalesce(target_year, %d),
                   CASE WHEN series.region_code = '%s' AND threshold IS NOT NULL
                     THEN struct(threshold, at_least, is_limit) END) AS trend
          FROM series
          LEFT JOIN plan_target USING (indicator_code)
          LEFT JOIN growth_index USING (indicator_code)
          LEFT JOIN series growth
            ON growth.indicator_code = growth_index AND growth.region_code = series.region_code
        )
        SELECT indicator_code, region_code, from_year, to_year, points, trend.*
        FROM fitted
        """
            .formatted(run.plan().targetYear(), run.plan().city().code()));
  }
}
