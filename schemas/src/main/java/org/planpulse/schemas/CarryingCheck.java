package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.SortedMap;
import org.planpulse.schemas.codelist.CarryingRules;
import org.planpulse.schemas.codelist.CarryingRules.Factor;

/** Checks what the carrying capacity is graded by. */
final class CarryingCheck {

  private static final String RULES = "codelists/warning_levels.yaml, carrying_capacity";

  private final Schemas schemas;

  CarryingCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    CarryingRules rules = schemas.warningRules().carryingCapacity();
    require(
        rules.overloading() > 0,
        RULES,
        "has overloading %d: it must be 1 or more".formatted(rules.overloading()));
    rules.factors().forEach(this::check);
    rules.trends().forEach(trend -> known(trend.indicator()));
  }

  private void check(Factor factor) {
    known(factor.indicator());
    String where = RULES + ", " + factor.indicator();
    require(
        factor.critical() > 0 && factor.critical() <= 1,
        where,
        "has critical %s: it must be above 0 and up to 1".formatted(factor.critical()));
    SortedMap<Integer, Double> limits = factor.limits();
    require(
        limits == null
            || !limits.isEmpty()
                && limits.values().stream().allMatch(limit -> limit != null && limit > 0),
        where,
        "has limits %s: give each year one above 0, or leave limits out for the plan's target"
            .formatted(limits));
  }

  private void known(String code) {
    require(
        schemas.indicators().stream().anyMatch(entry -> entry.code().equals(code)),
        RULES,
        "names unknown indicator " + code);
  }
}
