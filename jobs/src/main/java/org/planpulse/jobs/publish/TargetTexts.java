package org.planpulse.jobs.publish;

import java.util.Optional;
import org.planpulse.reports.model.Level;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Wording of targets: as written in the plan, in the plan's unit and precision. */
final class TargetTexts {

  private final Schemas schemas;
  private final Plan plan;
  private final Sentences sentences;

  TargetTexts(Schemas schemas, Plan plan, Sentences sentences) {
    this.schemas = schemas;
    this.plan = plan;
    this.sentences = sentences;
  }

  /** For a column of the plan's unit, e.g. "不低于0.1191". */
  String text(Plan.Target target) {
    return plan.valueOf(target)
        .map(value -> demand(target, Sentences.number(value, target.decimals())))
        .orElseGet(() -> sentences.say("target.not_issued"));
  }

  /** For a column of the indicator's unit, e.g. "不低于1,061.00". */
  String text(Plan.Target target, Indicator indicator) {
    return value(target, indicator)
        .map(value -> demand(target, Sentences.number(value, indicator.decimals())))
        .orElseGet(() -> sentences.say("target.not_issued"));
  }

  /** With the plan's unit, e.g. "不低于0.1191万亩". */
  String textWithUnit(Plan.Target target) {
    return plan.valueOf(target)
        .map(value -> demand(target, quantity(target, value)))
        .orElseGet(() -> sentences.say("target.not_issued"));
  }

  /** A value of the plan's unit, e.g. "0.1191万亩". */
  String quantity(Plan.Target target, double value) {
    return sentences.quantity(value, target.decimals(), unitText(target));
  }

  /** What should be done where the target is missed or at risk, and by whom. */
  String measure(Plan.Target target) {
    String key =
        switch (target.rule()) {
          case FLOOR -> "measure.floor";
          case CEILING -> "measure.ceiling";
          case CAP_RATIO -> "measure.cap_ratio";
          case REACH_UP, REACH_DOWN, INFO -> "measure.reach";
        };
    return sentences.say(
        key,
        "duty",
        schemas.departments().get(target.duty()).name().in(sentences.language()),
        "name",
        target.name().in(sentences.language()),
        "target",
        plan.valueOf(target)
            .map(value -> quantity(target, value))
            .orElseGet(() -> sentences.say("target.not_issued")));
  }

  private String demand(Plan.Target target, String value) {
    String key =
        switch (target.rule()) {
          case FLOOR -> "target.floor";
          case CEILING, CAP_RATIO -> "target.ceiling";
          case REACH_UP, REACH_DOWN, INFO -> "target.reach";
        };
    return sentences.say(key, "value", value, "year", target.year());
  }

  /** The target's value in the indicator's unit. */
  Optional<Double> value(Plan.Target target, Indicator indicator) {
    Unit from = schemas.units().get(target.unit());
    Unit to = schemas.units().get(indicator.unit());
    return plan.valueOf(target).map(value -> to.fromSi(from.toSi(value)));
  }

  /** One or two words for the light. */
  String judgement(Plan.Target target, Level level, Double value) {
    if (plan.valueOf(target).isEmpty()) {
      return sentences.say("judgement.not_issued");
    }
    if (value == null) {
      return sentences.say("judgement.no_value");
    }
    boolean reach = target.rule() == Plan.Rule.REACH_UP || target.rule() == Plan.Rule.REACH_DOWN;
    return sentences.say(
        switch (level) {
          case GREEN -> "judgement.met";
          case BLUE, YELLOW ->
              reach
                  ? "judgement.lagging"
                  : target.rule() == Plan.Rule.FLOOR ? "judgement.falling" : "judgement.close";
          case ORANGE -> reach ? "judgement.lagging" : "judgement.close";
          case RED -> "judgement.broken";
          case INFO -> "judgement.context";
        });
  }

  String unitText(Plan.Target target) {
    Unit unit = schemas.units().get(target.unit());
    return Unit.PURE_NUMBER.equals(unit.code()) ? "" : unit.symbol().in(sentences.language());
  }
}
