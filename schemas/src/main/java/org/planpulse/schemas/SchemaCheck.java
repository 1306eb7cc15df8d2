package org.planpulse.schemas;

import java.util.HashSet;
import java.util.Set;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Checks that the schema files agree with each other: every name one refers to exists. */
final class SchemaCheck {

  private final Schemas schemas;

  SchemaCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    schemas.contracts().forEach(this::check);
    Set<String> codes = new HashSet<>();
    for (Indicator indicator : schemas.indicators()) {
      require(codes.add(indicator.code()), indicator.code(), "is defined twice");
      check(indicator);
    }
    schemas.plans().values().forEach(plan -> check(plan, codes));
  }

  private void check(Contract contract) {
    require(
        schemas.departments().containsKey(contract.department()),
        "contract " + contract.id(),
        "names unknown department " + contract.department());
    require(
        schemas.warehouse().containsKey(contract.target()),
        "contract " + contract.id(),
        "names unknown table " + contract.target());
    for (Column column : contract.columns()) {
      column
          .unit()
          .ifPresent(
              unit ->
                  require(
                      schemas.units().find(unit).isPresent(),
                      "contract " + contract.id() + ", column " + column.name(),
                      "names unknown unit " + unit));
    }
  }

  private void check(Indicator indicator) {
    require(
        schemas.units().find(indicator.unit()).isPresent(),
        indicator.code(),
        "names unknown unit " + indicator.unit());
    require(
        schemas.dimensions().containsKey(indicator.dimension()),
        indicator.code(),
        "names unknown dimension " + indicator.dimension());
    require(!indicator.examples().isEmpty(), indicator.code(), "has no worked example");
    indicator
        .inputs()
        .forEach(
            (name, input) -> {
              if (input.land() != null && !"ALL".equals(input.land())) {
                require(
                    schemas.landGroups().containsKey(input.land()),
                    indicator.code() + ", input " + name,
                    "names unknown land group " + input.land());
              }
              if (input.statistic() != null) {
                require(
                    item(input.statistic()),
                    indicator.code() + ", input " + name,
                    "names item " + input.statistic() + " that no contract delivers");
              }
              if (input.observation() != null) {
                require(
                    item(input.observation()),
                    indicator.code() + ", input " + name,
                    "names item " + input.observation() + " that no contract delivers");
              }
            });
  }

  private void check(Plan plan, Set<String> codes) {
    for (Plan.Target target : plan.targets()) {
      require(
          codes.contains(target.indicator()),
          "plan " + plan.id() + ", target " + target.id(),
          "names unknown indicator " + target.indicator());
      require(
          schemas.units().find(target.unit()).isPresent(),
          "plan " + plan.id() + ", target " + target.id(),
          "names unknown unit " + target.unit());
    }
  }

  private boolean item(String code) {
    return schemas.contracts().stream()
        .flatMap(contract -> contract.columns().stream())
        .anyMatch(column -> column.item() && column.name().equals(code));
  }

  private static void require(boolean condition, String where, String what) {
    if (!condition) {
      throw new SchemaException(where + " " + what);
    }
  }
}
