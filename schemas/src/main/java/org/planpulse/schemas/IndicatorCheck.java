package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/** Checks that an indicator can be computed from what contracts deliver, and proves itself. */
final class IndicatorCheck {

  private static final Set<String> SCOPES = Set.of("city", "unit");
  private static final Set<String> TIMES = Set.of("year", "base_year", "previous_year");
  private static final Set<String> TERRITORIES = Set.of("area_m2", "control_area_m2");
  private static final Set<String> AGGREGATES =
      Set.of("mean", "sum", "max", "count", "count_at_most");
  private static final Set<String> ATTRIBUTES =
      Set.of("basic", "recommended", "binding", "expected", "suggested", "local");

  private final Schemas schemas;
  private final Set<String> items = new HashSet<>();
  private final Set<String> itemsByRegion = new HashSet<>();
  private final Set<String> zoneLayers = new HashSet<>();
  private final Set<String> rasterLayers = new HashSet<>();

  IndicatorCheck(Schemas schemas) {
    this.schemas = schemas;
    for (Contract contract : schemas.contracts()) {
      contract.columns().stream()
          .filter(column -> column.item())
          .map(Column::name)
          .forEach(contract.column("region_code").isPresent() ? itemsByRegion::add : items::add);
      items.addAll(itemsByRegion);
      zoneLayers.add(contract.constants().get("zone_layer"));
      rasterLayers.add(contract.constants().get("layer"));
    }
    rasterLayers.addAll(schemas.rasterLayers().keySet());
  }

  void run() {
    Set<String> codes = new HashSet<>();
    for (Indicator indicator : schemas.indicators()) {
      String where = "indicator " + indicator.code();
      require(codes.add(indicator.code()), where, "is defined twice");
      checkNames(indicator, where);
      indicator.inputs().forEach((name, input) -> checkInput(indicator, name, input));
      checkExamples(indicator, where);
    }
  }

  private void checkNames(Indicator indicator, String where) {
    require(
        schemas.units().find(indicator.unit()).isPresent(),
        where,
        "names unknown unit " + indicator.unit());
    require(
        schemas.dimensions().containsKey(indicator.dimension()),
        where,
        "names unknown dimension " + indicator.dimension());
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

  private void checkInput(Indicator indicator, String name, Input input) {
    String where = "indicator " + indicator.code() + ", input " + name;
    require(sources(input) == 1, where, "must have exactly one source");
    known(input.statistic(), items, where, "item");
    known(input.observation(), items, where, "item");
    known(input.zone(), zoneLayers, where, "zone layer");
    known(input.raster(), rasterLayers, where, "raster layer");
    known(input.territory(), TERRITORIES, where, "area of a territory");
    if (!"ALL".equals(input.land())) {
      known(input.land(), schemas.landGroups().keySet(), where, "land group");
    }
    require(TIMES.contains(input.at()), where, "names unknown time " + input.at());
    require(
        (input.observation() == null) == (input.aggregate() == null),
        where,
        "must have an aggregate with an observation, and only then");
    known(input.aggregate(), AGGREGATES, where, "aggregate");
    require(
        "count_at_most".equals(input.aggregate()) == (input.threshold() != null),
        where,
        "must have a threshold with count_at_most, and only then");
    require(
        input.zoneType() == null || input.zone() != null, where, "has a zone type without a zone");
    require(
        !indicator.computedForUnits() || knownByRegion(input),
        where,
        "is known for the city only, so the scope cannot be unit");
    require(
        Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(indicator.formula()).find(),
        where,
        "does not occur in the formula");
  }

  /** Items are, when a contract delivers them with the code of their region. */
  private boolean knownByRegion(Input input) {
    return Stream.of(input.statistic(), input.observation())
        .filter(Objects::nonNull)
        .allMatch(itemsByRegion::contains);
  }

  /** Land and zone together are one source: that land inside the zone. */
  private static long sources(Input input) {
    String spatial = input.zone() == null ? input.land() : input.zone();
    return Stream.of(
            input.statistic(), input.observation(), input.raster(), input.territory(), spatial)
        .filter(Objects::nonNull)
        .count();
  }

  private static void known(String name, Set<String> names, String where, String kind) {
    require(name == null || names.contains(name), where, "names unknown " + kind + " " + name);
  }

  private void checkExamples(Indicator indicator, String where) {
    require(!indicator.examples().isEmpty(), where, "has no worked example");
    for (Indicator.Example example : indicator.examples()) {
      require(
          example.inputs().keySet().equals(indicator.inputs().keySet()),
          where,
          "has an example whose inputs are not those of the formula");
    }
  }
}
