package org.planpulse.jobs.indicators;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.statistics.Sensitivity.Change;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.plan.Plan;

/** Rows of {@code gold.warning}: the judgements that are worse than green, in the target's unit. */
final class WarningRows {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "warning_id STRING, indicator_code STRING, target_id STRING, region_code STRING,"
              + " year INT, level STRING, value DOUBLE, target_value DOUBLE, margin DOUBLE,"
              + " unit STRING, duty STRING, reason_zh STRING, reason_en STRING, since_year INT,"
              + " worse_by DOUBLE, worse_level STRING, better_by DOUBLE, better_level STRING,"
              + " fault STRING, state STRING, state_on DATE, done STRING, done_by STRING");

  private final Plan plan;
  private final TargetFigures figures;
  private final WarningHandling handling;

  WarningRows(Plan plan, TargetFigures figures, WarningHandling handling) {
    this.plan = plan;
    this.figures = figures;
    this.handling = handling;
  }

  /** The name a department uses for a warning: target and year, e.g. {@code T-01-2025}. */
  static String id(Judgement judgement) {
    return judgement.target().id() + "-" + judgement.year();
  }

  /**
   * @param judgements of one target, by year
   */
  List<Row> of(List<Judgement> judgements) {
    List<Row> rows = new ArrayList<>();
    Integer since = null;
    for (Judgement judgement : judgements) {
      if (judgement.isWarning()) {
        since = since == null ? judgement.year() : since;
        rows.add(row(judgement, since));
      } else {
        since = null;
      }
    }
    return rows;
  }

  private Row row(Judgement judgement, int since) {
    Plan.Target target = judgement.target();
    Change worse = judgement.verdict().sensitivity().worse().orElse(null);
    Change better = judgement.verdict().sensitivity().better().orElse(null);
    WarningHandling.Step step = handling.latest(id(judgement)).orElse(null);
    return RowFactory.create(
        id(judgement),
        judgement.indicator().code(),
        target.id(),
        plan.city().code(),
        judgement.year(),
        judgement.warning().level().code(),
        figures.inTargetUnit(judgement, judgement.value()),
        plan.valueOf(target).orElseThrow(),
        judgement.warning().parameters().get("margin"),
        target.unit(),
        target.duty(),
        figures.reason(judgement, Language.ZH),
        figures.reason(judgement, Language.EN),
        since,
        figures.by(judgement, worse),
        JudgementRows.level(worse),
        figures.by(judgement, better),
        JudgementRows.level(better),
        figures.fault(judgement),
        step == null ? WarningHandling.ISSUED : step.state().code(),
        step == null ? null : Date.valueOf(step.on()),
        step == null ? null : step.done(),
        step == null ? null : step.by());
  }
}
