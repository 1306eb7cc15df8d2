package org.planpulse.jobs.indicators;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Lights of superseded values, judged with what was known on the day each became known. */
final class EarlierJudgements {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "indicator_code STRING, year INT, judged_on DATE, target_value DOUBLE, level STRING");

  private final RunContext run;
  private final TargetJudge judge;

  EarlierJudgements(RunContext run) {
    this.run = run;
    this.judge = new TargetJudge(run.schemas(), run.plan());
  }

  /**
   * @param series the city's, by indicator
   * @return rows of {@link #SCHEMA}
   */
  List<Row> of(Map<String, KnownSeries> series) {
    return run.schemas().indicators().stream()
        .filter(indicator -> series.containsKey(indicator.code()))
        .flatMap(
            indicator ->
                run.plan().targetOf(indicator.code()).stream()
                    .flatMap(target -> of(indicator, target, series.get(indicator.code()))))
        .toList();
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
