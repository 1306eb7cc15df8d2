package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.HashMap;
import java.util.Map;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Checks that every target of a plan can be judged: indicator, unit, number, answerable body. */
final class PlanCheck {

  private final Schemas schemas;
  private final Map<String, Indicator> indicators = new HashMap<>();

  PlanCheck(Schemas schemas) {
    this.schemas = schemas;
    schemas.indicators().forEach(indicator -> indicators.put(indicator.code(), indicator));
  }

  void run() {
    for (Plan plan : schemas.plans().values()) {
      plan.targets()
          .forEach(target -> check(plan, target, "plan " + plan.id() + ", target " + target.id()));
    }
  }

  private void check(Plan plan, Plan.Target target, String where) {
    Indicator indicator = indicators.get(target.indicator());
    require(indicator != null, where, "names unknown indicator " + target.indicator());
    Unit unit = schemas.units().find(target.unit()).orElse(null);
    require(unit != null, where, "names unknown unit " + target.unit());
    require(
        unit.measuresSameAs(schemas.units().get(indicator.unit())),
        where,
        "is in " + target.unit() + ", but the indicator is in " + indicator.unit());
    require(
        schemas.departments().containsKey(target.duty()),
        where,
        "names unknown department " + target.duty());
    if (target.value() == null) {
      Plan.Parameter parameter = plan.parameters().get(target.parameter());
      require(parameter != null, where, "has neither a value nor a known parameter");
      require(
          target.unit().equals(parameter.unit()),
          where,
          "is in " + target.unit() + ", but its parameter is in " + parameter.unit());
    }
    require(target.precision() > 0, where, "has no precision");
    checkMilestones(plan, target, where);
  }

  private static void checkMilestones(Plan plan, Plan.Target target, String where) {
    if (target.milestones().isEmpty()) {
      return;
    }
    require(
        target.rule() == Plan.Rule.REACH_UP || target.rule() == Plan.Rule.REACH_DOWN,
        where,
        "has milestones, but is not to be reached");
    require(
        target.milestones().firstKey() > plan.baseYear()
            && target.milestones().lastKey() < target.year(),
        where,
        "has milestones outside the years between base and target");
  }
}
