package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.indicator.Input;

/** Checks that contracts and code lists deliver what an input of a formula names. */
final class InputCheck {

  private static final Set<String> TIMES = Set.of("year", "base_year", "previous_year");
  private static final Set<String> TERRITORIES = Set.of("area_m2", "control_area_m2");

  private static final Set<String> OF_OBSERVATIONS =
      Set.of("mean", "sum", "max", "count", "count_at_most");
  private static final Set<String> OF_REGISTERS = Set.of("sum", "mean", "count");
  private static final Set<String> OF_THEMES = Set.of("area", "length", "count");
  private static final Set<String> OF_AIR = Set.of("yearly", "count", "count_at_most");
  private static final Set<String> OF_SECTIONS = Set.of("count", "count_at_most");

  private static final Set<String> REGISTER_COLUMNS = Set.of("category", "status");
  private static final Set<String> THEME_COLUMNS =
      Set.of("class_code", "class_name", "grade", "status");

  private final Schemas schemas;
  private final Map<String, Contract> contracts = new HashMap<>();
  private final Set<String> items = new HashSet<>();
  private final Set<String> itemsByRegion = new HashSet<>();
  private final Set<String> zoneLayers = new HashSet<>();
  private final Set<String> rasterLayers = new HashSet<>();

  InputCheck(Schemas schemas) {
    this.schemas = schemas;
    for (Contract contract : schemas.contracts()) {
      contracts.put(contract.id(), contract);
      contract.columns().stream()
          .filter(Column::item)
          .map(Column::name)
          .forEach(contract.column("region_code").isPresent() ? itemsByRegion::add : items::add);
      items.addAll(itemsByRegion);
      zoneLayers.add(contract.constants().get("zone_layer"));
      rasterLayers.add(contract.constants().get("layer"));
    }
    rasterLayers.addAll(schemas.rasterLayers().keySet());
  }

  void check(String where, Input input, boolean forUnits) {
    require(sources(input) == 1, where, "must have exactly one source");
    known(input.statistic(), items, where, "item");
    known(input.observation(), items, where, "item");
    known(input.zone(), zoneLayers, where, "zone layer");
    known(input.raster(), rasterLayers, where, "raster layer");
    known(input.territory(), TERRITORIES, where, "area of a territory");
    known(input.air(), schemas.airStandards().keySet(), where, "standard of air");
    known(input.sections(), schemas.waterStandards().keySet(), where, "standard of water");
    if (!"ALL".equals(input.land())) {
      known(input.land(), schemas.landGroups().keySet(), where, "land group");
    }
    require(TIMES.contains(input.at()), where, "names unknown time " + input.at());
    require(
        input.zoneType() == null || input.zone() != null, where, "has a zone type without a zone");
    checkAggregate(where, input);
    checkRegister(where, input);
    checkAir(where, input);
    checkSections(where, input);
    dataset(where, input.theme(), "silver.theme_feature");
    checkFilter(where, input);
    checkService(where, input);
    require(
        !forUnits || knownByRegion(input),
        where,
        "is known for the city only, so the scope cannot be unit");
  }

  private void checkAggregate(String where, Input input) {
    Set<String> allowed = aggregates(input);
    require(
        (allowed == null) == (input.aggregate() == null),
        where,
        "must have an aggregate with an observation, register, theme, air or sections, and only"
            + " then");
    known(input.aggregate(), allowed, where, "aggregate");
    require(
        "count_at_most".equals(input.aggregate()) == (input.threshold() != null),
        where,
        "must have a threshold with count_at_most, and only then");
    require(
        schemas.units().find(input.counts()).isPresent(),
        where,
        "counts in unknown unit " + input.counts());
    require(
        input.isCount() || input.counts().equals("1"), where, "names what it counts, but adds up");
  }

  /** Null where an input is not aggregated. */
  private static Set<String> aggregates(Input input) {
    if (input.observation() != null) {
      return OF_OBSERVATIONS;
    }
    if (input.register() != null) {
      return OF_REGISTERS;
    }
    if (input.theme() != null) {
      return OF_THEMES;
    }
    if (input.air() != null) {
      return OF_AIR;
    }
    return input.sections() == null ? null : OF_SECTIONS;
  }

  /**
   * Which sections have a class, and so are counted at all, rests on what the standard calls good.
   */
  private void checkSections(String where, Input input) {
    if (input.sections() != null && input.threshold() != null) {
      int good = schemas.waterStandards().get(input.sections()).good();
      require(
          input.threshold() == good,
          where,
          "counts sections up to class %s, but %s calls %d the last good one: make them agree"
              .formatted(input.threshold(), input.sections(), good));
    }
  }

  private void checkAir(String where, Input input) {
    require(
        input.air() == null
            || input.isCount()
            || schemas.airStandards().get(input.air()).pollutants().containsKey(input.item()),
        where,
        "names " + input.item() + ", which is no pollutant of " + input.air());
  }

  private void checkRegister(String where, Input input) {
    dataset(where, input.register(), "silver.register_entry");
    boolean figure = (input.register() != null || input.air() != null) && !input.isCount();
    require(
        figure == (input.item() != null),
        where,
        "must have an item with a figure of a register or of the air, and only then");
    require(
        !figure
            || input.register() == null
            || contracts
                .get(input.register())
                .column(input.item())
                .filter(Column::item)
                .isPresent(),
        where,
        "names unknown item " + input.item() + " of " + input.register());
  }

  private void dataset(String where, String id, String table) {
    require(
        id == null || contracts.containsKey(id) && contracts.get(id).target().equals(table),
        where,
        "names " + id + ", which is no contract of " + table);
  }

  private static void checkFilter(String where, Input input) {
    Set<String> columns =
        input.register() != null
            ? REGISTER_COLUMNS
            : input.theme() != null ? THEME_COLUMNS : Set.of();
    for (Map<String, List<String>> filter : List.of(input.where(), input.except())) {
      for (String column : filter.keySet()) {
        require(columns.contains(column), where, "chooses by unknown column " + column);
      }
    }
  }

  private void checkService(String where, Input input) {
    if (input.service() == null) {
      require(
          input.minutes() == null && input.units() == null,
          where,
          "has minutes or units without a service");
      return;
    }
    Service service = schemas.serviceAreas().service(input.service());
    require(service != null, where, "names unknown service " + input.service());
    require(
        service.minutes().contains(input.minutes()),
        where,
        "asks for " + input.minutes() + " minutes, but the service has " + service.minutes());
    try {
      Pattern.compile(Objects.requireNonNullElse(input.units(), ""));
    } catch (PatternSyntaxException e) {
      throw new SchemaException(where + " has units that are no regular expression", e);
    }
  }

  /** Items are, when a contract delivers them with the code of their region. */
  private boolean knownByRegion(Input input) {
    return input.register() == null
        && input.theme() == null
        && input.service() == null
        && input.air() == null
        && input.sections() == null
        && Stream.of(input.statistic(), input.observation())
            .filter(Objects::nonNull)
            .allMatch(itemsByRegion::contains);
  }

  /** Land and zone together are one source: that land inside the zone. */
  private static long sources(Input input) {
    String spatial = input.zone() == null ? input.land() : input.zone();
    return Stream.of(
            input.statistic(),
            input.observation(),
            input.raster(),
            input.territory(),
            input.register(),
            input.theme(),
            input.service(),
            input.air(),
            input.sections(),
            spatial)
        .filter(Objects::nonNull)
        .count();
  }

  private static void known(String name, Set<String> names, String where, String kind) {
    require(name == null || names.contains(name), where, "names unknown " + kind + " " + name);
  }
}
