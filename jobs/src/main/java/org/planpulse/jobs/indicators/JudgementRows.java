package org.planpulse.jobs.indicators;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.statistics.Sensitivity.Change;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.plan.Plan;

/** Rows of {@code gold.target_judgement}, in the unit of the target. */
final class JudgementRows {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "indicator_code STRING, target_id STRING, region_code STRING, year INT, rule STRING,"
              + " level STRING, value_level STRING, value DOUBLE, target_value DOUBLE,"
              + " expected_value DOUBLE, unit STRING, margin DOUBLE, use_rate DOUBLE,"
              + " progress DOUBLE, lag DOUBLE, worse_by DOUBLE, worse_by_share DOUBLE,"
              + " worse_level STRING, better_by DOUBLE, better_by_share DOUBLE,"
              + " better_level STRING, fault STRING, reason_zh STRING, reason_en STRING,"
              + " clause_zh STRING, clause_en STRING");

  private final Plan plan;
  private final TargetFigures figures;

  JudgementRows(Plan plan, TargetFigures figures) {
    this.plan = plan;
    this.figures = figures;
  }

  Row row(Judgement judgement) {
    Plan.Target target = judgement.target();
    Map<String, Double> facts = judgement.warning().parameters();
    Change worse = judgement.verdict().sensitivity().worse().orElse(null);
    Change better = judgement.verdict().sensitivity().better().orElse(null);
    return RowFactory.create(
        judgement.indicator().code(),
        target.id(),
        plan.city().code(),
        judgement.year(),
        target.rule().name().toLowerCase(Locale.ROOT),
        judgement.warning().level().code(),
        judgement.verdict().ofValue().code(),
        figures.inTargetUnit(judgement, judgement.value()),
        plan.valueOf(target).orElse(null),
        figures.inTargetUnit(judgement, facts.get("expected")),
        target.unit(),
        facts.get("margin"),
        facts.get("use"),
        facts.get("progress"),
        facts.get("lag"),
        figures.by(judgement, worse),
        share(worse),
        level(worse),
        figures.by(judgement, better),
        share(better),
        level(better),
        figures.fault(judgement),
        figures.reason(judgement, Language.ZH),
        figures.reason(judgement, Language.EN),
        target.clause().zh(),
        target.clause().en());
  }

  private static Double share(Change change) {
    OptionalDouble share = change == null ? OptionalDouble.empty() : change.share();
    return share.isPresent() ? share.getAsDouble() : null;
  }

  static String level(Change change) {
    return change == null ? null : change.to().code();
  }
}
