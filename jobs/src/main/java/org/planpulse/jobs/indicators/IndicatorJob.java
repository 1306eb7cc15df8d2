package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.SeriesBreak;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/**
 * Computes every indicator of the catalogue for every region and year, judges the city's values
 * against the plan, and fits the trends. Each step is kept as rows (a local checkpoint), not as a
 * plan: a plan with all formulas in it, planned again at every use, took longer than its rows.
 */
public final class IndicatorJob implements Job {

  /**
   * Up to here compiling the plans of formulas and judgements costs more time than it saves; with
   * 200 units it saves a fifth. Parcels and readings are many in any city: their plans are
   * compiled.
   */
  private static final long FEW_UNITS = 100;

  private final boolean lookingBack;

  public IndicatorJob() {
    this(false);
  }

  /**
   * @param lookingBack whether the run asks what was known on an earlier day: what was done later
   *     had not been written then, and is no slip of the pen
   */
  public IndicatorJob(boolean lookingBack) {
    this.lookingBack = lookingBack;
  }

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
            "gold.zone_land_area",
            "ops.correction"),
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
    return WarningHandling.inputs(run.workspace(), run.runDate());
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
    SparkSession spark = run.warehouse().spark();
    List<InputSpec> specs = InputSpec.of(run.schemas().indicators());
    Dataset<Row> inputs =
        new InputHistory(run).of(new IndicatorInputs(run, specs).rows(), specs).localCheckpoint();
    run.warehouse().replace("gold.indicator_input", inputs);
    return run.warehouse().read("silver.admin_unit").count() > FEW_UNITS
        ? compute(inputs, run, issues)
        : InterpretedPlans.during(spark, () -> compute(inputs, run, issues));
  }

  /** Everything that is made of the inputs, of which there are some thousand for each unit. */
  private JobResult compute(Dataset<Row> inputs, RunContext run, IssueStore issues) {
    List<Indicator> catalogue = run.schemas().indicators();
    SparkSession spark = run.warehouse().spark();
    TrendFunction.register(spark, run.schemas().warningRules().faults());
    Dataset<Row> evaluated =
        new FormulaEvaluation(catalogue, run.schemas().units()).evaluate(inputs).localCheckpoint();
    Dataset<Row> values = new KnownValues(run).of(evaluated, inputs).localCheckpoint();
    values.createOrReplaceTempView("plain_value");

    Map<String, KnownSeries> series = series(run, values);
    List<List<Judgement>> judged = judge(run, series);
    EarlierJudgements earlier = new EarlierJudgements(run.schemas(), run.plan());
    judgementView(spark, judged, earlier.of(series));
    run.warehouse().replace("gold.indicator_value", judgedValues(spark, run));
    targetView(spark, run);
    growthIndexView(spark, run);
    breakView(spark, run);
    run.warehouse().replace("gold.indicator_trend", trends(spark, run));
    Dataset<Row> present = values.where("known_to IS NULL");
    WarningHandling handling =
        new JudgementTables(run, ConflictingValues.of(present, run.plan()))
            .write(judged, earlier.warnings(series), issues);
    if (!lookingBack) {
      handling.tellToCome(issues);
    }
    new CarryingTable(run, present).write();
    long count = present.where("value IS NOT NULL").count();
    return new JobResult(Map.of("values", count));
  }

  /** The city's values of the indicators with a target, by code. */
  private static Map<String, KnownSeries> series(RunContext run, Dataset<Row> values) {
    List<String> codes = run.plan().targets().stream().map(Plan.Target::indicator).toList();
    return KnownSeries.of(
        values
            .where("value IS NOT NULL AND region_code = '%s'".formatted(run.plan().city().code()))
            .where(values.col("indicator_code").isInCollection(codes))
            .select("indicator_code", "year", "value", "known_from", "known_to")
            .collectAsList());
  }

  private static List<List<Judgement>> judge(RunContext run, Map<String, KnownSeries> series) {
    TargetJudge judge = new TargetJudge(run.schemas(), run.plan());
    List<List<Judgement>> judged = new ArrayList<>();
    for (Indicator indicator : run.schemas().indicators()) {
      run.plan()
          .targetOf(indicator.code())
          .filter(target -> series.containsKey(indicator.code()))
          .ifPresent(
              target ->
                  judged.add(judge.judge(indicator, target, series.get(indicator.code()).now())));
    }
    return judged;
  }

  /** Present values are judged without a day, superseded ones as on the day they became known. */
  private static void judgementView(
      SparkSession spark, List<List<Judgement>> present, List<Row> earlier) {
    Stream<Row> rows =
        present.stream()
            .flatMap(List::stream)
            .map(judgement -> EarlierJudgements.row(judgement, null));
    spark
        .createDataFrame(Stream.concat(rows, earlier.stream()).toList(), EarlierJudgements.SCHEMA)
        .createOrReplaceTempView("judgement");
  }

  private static Dataset<Row> judgedValues(SparkSession spark, RunContext run) {
    return spark.sql(
        """
        SELECT plain_value.*, target_value, coalesce(level, 'info') AS level, '%s' AS run_id
        FROM plain_value
        LEFT JOIN judgement
          ON judgement.indicator_code = plain_value.indicator_code
         AND judgement.year = plain_value.year AND plain_value.region_code = '%s'
         AND judgement.judged_on <=> if(plain_value.known_to IS NULL, NULL, plain_value.known_from)
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

  private static void breakView(SparkSession spark, RunContext run) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : run.schemas().indicators()) {
      for (SeriesBreak at : run.schemas().breaks().of(indicator)) {
        rows.add(RowFactory.create(indicator.code(), at.year()));
      }
    }
    spark
        .createDataFrame(rows, StructType.fromDDL("indicator_code STRING, break_year INT"))
        .createOrReplaceTempView("series_break");
  }

  /** Over the years since the last break of the series. */
  private static Dataset<Row> trends(SparkSession spark, RunContext run) {
    return spark.sql(
        """
        WITH present AS (
          SELECT *, max(year) OVER (PARTITION BY indicator_code, region_code) AS last_year
          FROM plain_value WHERE value IS NOT NULL AND known_to IS NULL
        ), comparable AS (
          SELECT * FROM present LEFT ANTI JOIN series_break
            ON series_break.indicator_code = present.indicator_code
           AND present.year < break_year AND break_year <= last_year
        ), series AS (
          SELECT indicator_code, region_code, min(year) AS from_year, max(year) AS to_year,
                 CAST(count(*) AS INT) AS points,
                 array_sort(collect_list(struct(year, value))) AS yearly
          FROM comparable
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
