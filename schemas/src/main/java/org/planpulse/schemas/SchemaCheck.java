package org.planpulse.schemas;

import static java.math.BigDecimal.ONE;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.codelist.LandClass;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.RasterLayer;
import org.planpulse.schemas.codelist.RasterLayer.Kind;
import org.planpulse.schemas.codelist.Unit;

/**
 * Checks that the schema files agree with each other: every name one refers to exists. Contracts,
 * indicators, plans, services, line rules, causes of change, breaks, reports, standards of the
 * environment and the carrying capacity have checks of their own.
 */
final class SchemaCheck {

  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  private final Schemas schemas;

  SchemaCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    schemas.units().all().forEach(this::check);
    schemas.landClasses().values().forEach(this::check);
    schemas.landGroups().values().forEach(this::check);
    schemas.rasterLayers().values().forEach(this::check);
    schemas.issueKinds().values().forEach(this::check);
    new CarryingCheck(schemas).run();
    new ContractCheck(schemas).run();
    new ServiceCheck(schemas).run();
    new EnvironmentCheck(schemas).run();
    new IndicatorCheck(schemas).run();
    new PlanCheck(schemas).run();
    new LineRuleCheck(schemas).run();
    new ChangeCauseCheck(schemas).run();
    new SeriesBreakCheck(schemas).run();
    new ReportTypeCheck(schemas).run();
  }

  private void check(Unit unit) {
    Unit base = schemas.units().find(unit.si()).orElse(null);
    require(
        base != null && base.code().equals(unit.si()) && base.toSi(1) == 1,
        "unit " + unit.code(),
        "has base unit " + unit.si() + ", which is not a unit of factor 1");
  }

  private void check(LandClass landClass) {
    require(
        schemas.landLevel1().containsKey(landClass.level1()),
        "land class " + landClass.code(),
        "names unknown first-level class " + landClass.level1());
  }

  private void check(LandGroup group) {
    for (String code : group.classes()) {
      require(
          schemas.landClasses().containsKey(code),
          "land group " + group.id(),
          "names unknown land class " + code);
    }
  }

  private void check(RasterLayer layer) {
    String where = "raster layer " + layer.id();
    boolean rising =
        IntStream.range(1, layer.bins().size())
            .allMatch(i -> layer.bins().get(i - 1) < layer.bins().get(i));
    require(rising, where, "has bins that do not rise: " + layer.bins());
    require(
        layer.quantiles().stream().allMatch(q -> q.signum() > 0 && q.compareTo(ONE) <= 0),
        where,
        "has a quantile that is not above 0 and up to 1: " + layer.quantiles());
    require(
        layer.kind() == Kind.AMOUNT || layer.quantiles().isEmpty(),
        where,
        "has quantiles, but is no amount");
    require(
        layer.kind() != Kind.CLASS || layer.bins().isEmpty(),
        where,
        "has bins, but each class is one");
    if (layer.terrain() != null) {
      require(
          schemas.units().find(layer.terrain().unit()).isPresent(),
          where,
          "names unknown unit " + layer.terrain().unit());
      RasterLayer heights = schemas.rasterLayers().get(layer.terrain().of());
      require(
          heights != null && heights.terrain() == null && heights.kind() == Kind.AMOUNT,
          where,
          "is derived from " + layer.terrain().of() + ", which is no listed layer of heights");
    }
  }

  private void check(IssueKind kind) {
    String where = "issue kind " + kind.code();
    require(SEVERITIES.contains(kind.severity()), where, "has unknown severity " + kind.severity());
    for (LocalText text : List.of(kind.message(), kind.remedy())) {
      require(
          placeholders(text.zh()).equals(placeholders(text.en())),
          where,
          "has other placeholders in Chinese than in English: " + text.en());
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(toSet());
  }

  static void require(boolean condition, String where, String what) {
    if (!condition) {
      throw new SchemaException(where + " " + what);
    }
  }
}
