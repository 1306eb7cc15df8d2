package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.formula.FormulaException;
import org.planpulse.schemas.formula.FormulaUnits;
import org.planpulse.schemas.formula.UnitPowers;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/**
 * Checks that an indicator can be computed from what contracts deliver, that its formula gives its
 * unit, and that it proves itself; or that it says why it is not computed.
 */
final class IndicatorCheck {

  private static final Set<String> SCOPES = Set.of("city", "unit");
  private static final Set<String> ATTRIBUTES =
      Set.of("basic", "recommended", "binding", "expected", "suggested", "local");

  private final Schemas schemas;
  private final InputCheck inputs;
  private final InputUnits inputUnits;

  IndicatorCheck(Schemas schemas) {
    this.schemas = schemas;
    this.inputs = new InputCheck(schemas);
    this.inputUnits = new InputUnits(schemas);
  }

  /** Entries that others refer to come first, so that a fault is told of the entry that has it. */
  void run() {
    Set<String> codes = new HashSet<>();
    for (Indicator indicator : schemas.indicators()) {
      String where = "indicator " + indicator.code();
      require(codes.add(indicator.code()), where, "is defined twice");
      checkNames(indicator, where);
    }
    schemas.indicators().stream()
        .sorted(Comparator.comparing(indicator -> indicator.sameAs() != null))
        .forEach(this::checkReadings);
  }

  private void checkReadings(Indicator indicator) {
    String where = "indicator " + indicator.code();
    if (indicator.choice() == null) {
      checkComputation(indicator, where);
    } else {
      indicator
          .choice()
          .options()
          .keySet()
          .forEach(option -> checkComputation(indicator.choosing(option), where));
    }
  }

  private boolean isIndex(String code) {
    return schemas.indicators().stream()
        .anyMatch(index -> index.code().equals(code) && index.unit().equals("%"));
  }

  private void checkNames(Indicator indicator, String where) {
    require(
        schemas.units().find(indicator.unit()).isPresent(),
        where,
        "names unknown unit " + indicator.unit());
    require(
        schemas.standards().containsKey(indicator.standardId()),
        where,
        "names unknown standard " + indicator.standardId());
    require(
        schemas.dimensions().containsKey(indicator.dimension()),
        where,
        "names unknown dimension " + indicator.dimension());
    require(
        indicator.growthIndex() == null || isIndex(indicator.growthIndex()),
        where,
        "names growth_index " + indicator.growthIndex() + ", which is no indicator in %");
    require(
        ATTRIBUTES.contains(indicator.attribute()),
        where,
        "names unknown attribute " + indicator.attribute());
    require(SCOPES.contains(indicator.scope()), where, "names unknown scope " + indicator.scope());
    for (String department : indicator.sources()) {
      require(
          schemas.departments().containsKey(department),
          where,
          "names unknown department " + department);
    }
  }

  private void checkComputation(Indicator indicator, String where) {
    require(
        indicator.computed() != (indicator.notComputable() != null),
        where,
        "must have either a formula or the reason why it is not computable");
    if (!indicator.computed()) {
      require(
          indicator.inputs().isEmpty() && indicator.examples().isEmpty(),
          where,
          "has inputs or examples without a formula");
      return;
    }
    indicator
        .inputs()
        .forEach(
            (name, input) ->
                inputs.check(where + ", input " + name, input, indicator.computedForUnits()));
    checkUnits(indicator, where);
    checkExamples(indicator.inputs().keySet(), indicator.examples(), where);
  }

  private void checkUnits(Indicator indicator, String where) {
    Map<String, UnitPowers> given = new HashMap<>();
    for (Map.Entry<String, Input> input : indicator.inputs().entrySet()) {
      given.put(input.getKey(), inputUnits.of(input.getValue()));
    }
    Unit unit = schemas.units().get(indicator.unit());
    UnitPowers claimed = UnitPowers.of(unit.si());
    try {
      UnitPowers result = FormulaUnits.of(indicator.formula(), given);
      require(
          result.equals(claimed),
          where,
          "has a formula that gives "
              + result
              + ", but its unit "
              + unit.code()
              + " is "
              + claimed);
    } catch (FormulaException e) {
      throw new SchemaException(where + ", formula " + e.getMessage(), e);
    }
  }

  private static void checkExamples(
      Set<String> inputs, List<Indicator.Example> examples, String where) {
    require(!examples.isEmpty(), where, "has no worked example");
    for (Indicator.Example example : examples) {
      require(
          example.inputs().keySet().equals(inputs),
          where,
          "has an example whose inputs are not those of the formula");
    }
  }
}
