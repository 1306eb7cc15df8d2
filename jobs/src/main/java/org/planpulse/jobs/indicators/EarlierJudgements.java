package org.planpulse.jobs.indicators;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Lights of superseded values, judged with what was known on the day each became known. */
final class EarlierJudgements {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "indicator_code STRING, year INT, judged_on DATE, target_value DOUBLE, level STRING");

  private final Schemas schemas;
  private final Plan plan;
  private final TargetJudge judge;

  EarlierJudgements(Schemas schemas, Plan plan) {
    this.schemas = schemas;
    this.plan = plan;
    this.judge = new TargetJudge(schemas, plan);
  }

  /**
   * @param series the city's, by indicator
   * @return rows of {@link #SCHEMA}
   */
  List<Row> of(Map<String, KnownSeries> series) {
    return schemas.indicators().stream()
        .filter(indicator -> series.containsKey(indicator.code()))
        .flatMap(
            indicator ->
                plan.targetOf(indicator.code()).stream()
                    .flatMap(target -> of(indicator, target, series.get(indicator.code()))))
        .toList();
  }

  /**
   * Names of the warnings there were on any day, of values that stand and of superseded ones: a
   * corrected value takes a warning back, but somebody may have answered it.
   *
   * @param series the city's, by indicator
   */
  Set<String> warnings(Map<String, KnownSeries> series) {
    return schemas.indicators().stream()
        .filter(indicator -> series.containsKey(indicator.code()))
        .flatMap(
            indicator ->
                plan.targetOf(indicator.code()).stream()
                    .flatMap(target -> onEachDay(indicator, target, series.get(indicator.code()))))
        .filter(Judgement::isWarning)
        .map(WarningRows::id)
        .collect(Collectors.toSet());
  }

  private Stream<Judgement> onEachDay(Indicator indicator, Plan.Target target, KnownSeries series) {
    return series.days().stream()
        .flatMap(day -> judge.judge(indicator, target, series.on(day)).stream());
  }

  private Stream<Row> of(Indicator indicator, Plan.Target target, KnownSeries series) {
    return series.superseded().stream()
        .flatMap(
            point ->
                judge.judge(indicator, target, series.on(point.from())).stream()
                    .filter(judgement -> judgement.year() == point.year())
                    .map(judgement -> row(judgement, point.from())));
  }

  /**
   * @param day null for a present value
   */
  static Row row(Judgement judgement, LocalDate day) {
    return RowFactory.create(
        judgement.indicator().code(),
        judgement.year(),
        day == null ? null : Date.valueOf(day),
        judgement.targetValue(),
        judgement.warning().level().code());
  }
}
