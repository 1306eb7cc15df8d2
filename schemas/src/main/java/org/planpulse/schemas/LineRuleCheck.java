package org.planpulse.schemas;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.schemas.codelist.InsideRule;
import org.planpulse.schemas.codelist.LandRule;
import org.planpulse.schemas.codelist.LayerRule;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.RuleLayer;
import org.planpulse.schemas.codelist.RuleLayer.Source;
import org.planpulse.schemas.contract.Contract;

/** Checks that line rules name layers, land groups and departments that exist, and fit them. */
final class LineRuleCheck {

  private static final Set<String> LEVELS = Set.of("blue", "yellow", "orange", "red");
  private static final String THEMES = "silver.theme_feature";
  private static final String REGISTERS = "silver.register_entry";

  private final Schemas schemas;
  private final Map<String, Contract> contracts;

  LineRuleCheck(Schemas schemas) {
    this.schemas = schemas;
    this.contracts =
        schemas.contracts().stream()
            .collect(Collectors.toMap(Contract::id, Function.identity(), (one, other) -> one));
  }

  void run() {
    schemas.lineRules().values().forEach(this::check);
  }

  private void check(LineRule rule) {
    String where = "codelists/line_rules.yaml: line rule " + rule.id();
    require(
        LEVELS.contains(rule.level()),
        where,
        "has unknown level " + rule.level() + ": write blue, yellow, orange or red");
    require(
        schemas.departments().containsKey(rule.duty()),
        where,
        "names unknown department " + rule.duty() + ": take a key of codelists/departments.yaml");
    if (rule instanceof LandRule land) {
      zone(land.zoneLayer(), where);
      group(land.land(), where);
    } else if (rule instanceof LayerRule pair) {
      check(pair, where);
    } else if (rule instanceof InsideRule inside) {
      layer(inside.things(), where + ", things", Set.of(Source.THEME, Source.REGISTER));
      layer(inside.zones(), where + ", zones", Set.of(Source.ZONE, Source.THEME));
    }
  }

  private void check(LayerRule rule, String where) {
    Set<Source> polygons = Set.of(Source.ZONE, Source.THEME, Source.LAND);
    layer(rule.one(), where + ", one", polygons);
    layer(rule.other(), where + ", other", polygons);
    require(
        !rule.one().equals(rule.other()), where, "holds a layer against itself: name two layers");
    require(
        rule.smallestM2().signum() >= 0,
        where,
        "has smallest_m2 below 0: write the m² from which on a piece counts, or 0");
  }

  private void layer(RuleLayer layer, String where, Set<Source> allowed) {
    require(
        layer.names().count() == 1,
        where,
        "must name exactly one of " + words(allowed) + ", but names " + layer.names().toList());
    require(
        allowed.contains(layer.source()),
        where,
        "cannot be a " + word(layer.source()) + ": name one of " + words(allowed));
    switch (layer.source()) {
      case ZONE -> zone(layer.zone(), where);
      case THEME -> dataset(layer.theme(), THEMES, where);
      case REGISTER -> dataset(layer.register(), REGISTERS, where);
      case LAND -> group(layer.land(), where);
    }
    filters(layer, where);
  }

  /** A filter on what the source does not tell would let nothing pass, or all. */
  private static void filters(RuleLayer layer, String where) {
    Source source = layer.source();
    String remedy = ": leave it out, a " + word(source) + " does not tell it";
    require(
        layer.classes().isEmpty() || source != Source.LAND, where, "filters by classes" + remedy);
    require(
        layer.grades().isEmpty() || source == Source.THEME, where, "filters by grades" + remedy);
    require(
        layer.notStatus().isEmpty() || source == Source.THEME || source == Source.REGISTER,
        where,
        "filters by not_status" + remedy);
  }

  private void zone(String id, String where) {
    require(
        schemas.zoneLayers().containsKey(id),
        where,
        "names unknown zone layer " + id + ": take one of " + schemas.zoneLayers().keySet());
  }

  private void group(String id, String where) {
    require(
        schemas.landGroups().containsKey(id),
        where,
        "names unknown land group " + id + ": take an id of codelists/land_groups.yaml");
  }

  private void dataset(String id, String table, String where) {
    require(
        contracts.containsKey(id),
        where,
        "names unknown dataset " + id + ": take the id of a file of contracts/");
    require(
        contracts.get(id).target().equals(table),
        where,
        "names dataset %s, which goes to %s: take one of %s"
            .formatted(id, contracts.get(id).target(), table));
  }

  private static String words(Set<Source> sources) {
    return sources.stream().sorted().map(LineRuleCheck::word).collect(Collectors.joining(", "));
  }

  private static String word(Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  private static void require(boolean condition, String where, String what) {
    SchemaCheck.require(condition, where, what);
  }
}
