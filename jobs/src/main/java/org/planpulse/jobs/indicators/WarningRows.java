package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.statistics.TargetWarning;
import org.planpulse.jobs.statistics.WarningLevel;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.plan.Plan;

/** Rows of {@code gold.warning}: the judgements that are worse than green, in the target's unit. */
final class WarningRows {

  static final StructType SCHEMA =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("target_id", DataTypes.StringType)
          .add("region_code", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("level", DataTypes.StringType)
          .add("value", DataTypes.DoubleType)
          .add("target_value", DataTypes.DoubleType)
          .add("margin", DataTypes.DoubleType)
          .add("unit", DataTypes.StringType)
          .add("duty", DataTypes.StringType)
          .add("reason_zh", DataTypes.StringType)
          .add("reason_en", DataTypes.StringType)
          .add("since_year", DataTypes.IntegerType);

  private final Schemas schemas;
  private final Plan plan;

  WarningRows(Schemas schemas, Plan plan) {
    this.schemas = schemas;
    this.plan = plan;
  }

  /**
   * @param judgements of one target, by year
   */
  List<Row> of(List<Judgement> judgements) {
    List<Row> rows = new ArrayList<>();
    Integer since = null;
    for (Judgement judgement : judgements) {
      if (isWarning(judgement)) {
        since = since == null ? judgement.year() : since;
        rows.add(row(judgement, since));
      } else {
        since = null;
      }
    }
    return rows;
  }

  private static boolean isWarning(Judgement judgement) {
    WarningLevel level = judgement.warning().level();
    return level != WarningLevel.GREEN && level != WarningLevel.INFO;
  }

  private Row row(Judgement judgement, int since) {
    Plan.Target target = judgement.target();
    return RowFactory.create(
        judgement.indicator().code(),
        target.id(),
        plan.city().code(),
        judgement.year(),
        judgement.warning().level().code(),
        inTargetUnit(judgement, judgement.value()),
        plan.valueOf(target).orElseThrow(),
        judgement.warning().parameters().get("margin"),
        target.unit(),
        target.duty(),
        reason(judgement, Language.ZH),
        reason(judgement, Language.EN),
        since);
  }

  private double inTargetUnit(Judgement judgement, double value) {
    Unit from = schemas.units().get(judgement.indicator().unit());
    return schemas.units().get(judgement.target().unit()).fromSi(from.toSi(value));
  }

  private String reason(Judgement judgement, Language language) {
    TargetWarning warning = judgement.warning();
    Map<String, Double> facts = warning.parameters();
    Sentences sentences = new Sentences(schemas.sentences(), language);
    return switch (warning.reason()) {
      case BROKEN, MISSED ->
          sentences.say(
              judgement.value() < judgement.targetValue()
                  ? "reason.floor_broken"
                  : "reason.ceiling_broken",
              "gap",
              gap(judgement, sentences));
      case NEARLY_USED -> sentences.say("reason.use", "use", percent(facts.get("use")));
      case FALLING ->
          sentences.say("reason.floor_falling", "breach", facts.get("breach_year").intValue());
      case BEHIND -> sentences.say("reason.lag", "lag", percent(-facts.get("lag")));
      case MET, ON_COURSE, INFORMATION, NO_BASE ->
          throw new IllegalStateException("no warning: " + warning);
    };
  }

  private String gap(Judgement judgement, Sentences sentences) {
    Plan.Target target = judgement.target();
    double gap = Math.abs(inTargetUnit(judgement, judgement.value() - judgement.targetValue()));
    String unit = schemas.units().get(target.unit()).symbol().in(sentences.language());
    return sentences.quantity(gap, target.decimals(), unit);
  }

  private static String percent(double share) {
    return Sentences.number(share * 100, 1);
  }
}
