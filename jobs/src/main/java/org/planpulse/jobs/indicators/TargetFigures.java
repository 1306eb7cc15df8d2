package org.planpulse.jobs.indicators;

import java.util.Map;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.statistics.DataFault;
import org.planpulse.jobs.statistics.Sensitivity;
import org.planpulse.jobs.statistics.TargetWarning;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.plan.Plan;

/** A judgement's figures in the unit of the plan's target, its reason and doubts in words. */
final class TargetFigures {

  private final Schemas schemas;
  private final Plan plan;
  private final ConflictingValues conflicts;

  TargetFigures(Schemas schemas, Plan plan, ConflictingValues conflicts) {
    this.schemas = schemas;
    this.plan = plan;
    this.conflicts = conflicts;
  }

  /** Why the value may be a fault of the data, as written in tables, or null. */
  String fault(Judgement judgement) {
    return conflicts.include(judgement.indicator().code(), judgement.year())
        ? DataFault.CONFLICT.code()
        : judgement.fault().map(DataFault::code).orElse(null);
  }

  /** A figure of the indicator's unit, or null, in the unit of the target. */
  Double inTargetUnit(Judgement judgement, Double figure) {
    if (figure == null) {
      return null;
    }
    Unit from = schemas.units().get(judgement.indicator().unit());
    return schemas.units().get(judgement.target().unit()).fromSi(from.toSi(figure));
  }

  /** How far the value may move, in the unit of the target, until its light changes; or null. */
  Double by(Judgement judgement, Sensitivity.Change change) {
    return change == null ? null : inTargetUnit(judgement, change.by());
  }

  String reason(Judgement judgement, Language language) {
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
              quantity(
                  judgement, Math.abs(judgement.value() - judgement.targetValue()), sentences));
      case NEARLY_USED ->
          sentences.say(
              judgement.target().rule() == Plan.Rule.CAP_RATIO
                  ? "reason.use"
                  : "reason.use_ceiling",
              "use",
              percent(facts.get("use")));
      case FALLING ->
          sentences.say("reason.floor_falling", "breach", facts.get("breach_year").intValue());
      case BEHIND ->
          sentences.say(
              "reason.lag",
              "lag",
              percent(-facts.get("lag")),
              "expected",
              quantity(judgement, facts.get("expected"), sentences));
      case AWAITED -> sentences.say("reason.awaited", "quota", quota(judgement.target(), language));
      case LOST ->
          sentences.say(
              "reason.lost",
              "gap",
              quantity(
                  judgement, Math.abs(judgement.value() - judgement.targetValue()), sentences));
      case HELD -> sentences.say("reason.held");
      case EASED -> sentences.say("reason.eased");
      case MET -> sentences.say("reason.met");
      case ON_COURSE -> sentences.say("reason.on_course");
      case INFORMATION -> sentences.say("reason.information");
      case NO_BASE -> sentences.say("reason.no_base", "year", plan.baseYear());
      case BEFORE_BASE -> sentences.say("reason.before_base", "year", plan.baseYear());
    };
  }

  private String quota(Plan.Target target, Language language) {
    Plan.Parameter parameter = plan.parameters().get(target.parameter());
    return (parameter == null ? target.name() : parameter.description()).in(language);
  }

  private String quantity(Judgement judgement, double figure, Sentences sentences) {
    Plan.Target target = judgement.target();
    Unit unit = schemas.units().get(target.unit());
    String symbol = "1".equals(unit.code()) ? "" : unit.symbol().in(sentences.language());
    return sentences.quantity(inTargetUnit(judgement, figure), target.decimals(), symbol);
  }

  private static String percent(double share) {
    return Sentences.number(share * 100, 1);
  }
}
