package org.planpulse.jobs.publish;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.query.Known;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.ControlLines.ExposureRow;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.reports.model.ControlLines.ZoneRow;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.ZoneLayer;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** The chapter on control lines: what lies inside them, and what lies where it must not. */
final class ControlLineChapter {

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final TargetTexts targets;
  private final GoldReader gold;

  ControlLineChapter(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      TargetTexts targets,
      GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.targets = targets;
    this.gold = gold;
  }

  ControlLines compose(List<MapFigure> maps) {
    RuleFindings findings = new RuleFindings(schemas, year, sentences, gold);
    List<ViolationRow> violations = findings.onLand();
    List<ExposureRow> exposures = findings.ofThings();
    List<ZoneRow> zones = zones();
    String finding = finding(violations, exposures);
    String partly =
        violations.size() + exposures.size() == 0 || findings.unchecked().isEmpty()
            ? ""
            : sentences.say("control.partly");
    return new ControlLines(
        sentences.say(
            "control.summary",
            "layers",
            zones.size(),
            "year",
            year,
            "finding",
            sentences.follow(finding, partly)),
        zones,
        violations,
        exposures,
        findings.unchecked(),
        maps);
  }

  /** What was not checked is no clean result. */
  private String finding(List<ViolationRow> violations, List<ExposureRow> exposures) {
    if (violations.isEmpty() && exposures.isEmpty()) {
      return sentences.say("control.unchecked");
    }
    long rules =
        violations.stream().filter(ViolationRow::found).count()
            + exposures.stream().filter(row -> row.things() > 0).count();
    return rules == 0
        ? sentences.say("control.clean")
        : sentences.say("control.found", "rules", rules);
  }

  private List<ZoneRow> zones() {
    Map<String, Long> counts =
        gold
            .rows("SELECT zone_layer, count(*) AS zones FROM silver.control_zone GROUP BY 1")
            .stream()
            .collect(toMap(row -> row.text("zone_layer"), row -> row.count("zones")));
    Map<String, LandAreas> areas =
        LandAreas.by(
            "zone_layer",
            gold.rows(
                """
                SELECT zone_layer, dlbm, czcsxm, sum(area_m2) AS area_m2 FROM gold.zone_land_area
                WHERE region_code = '%s' AND year = %d GROUP BY ALL
                """
                    .formatted(plan.city().code(), year)));
    return schemas.zoneLayers().values().stream()
        .filter(layer -> counts.containsKey(layer.id()))
        .map(
            layer ->
                zone(layer, counts.get(layer.id()), areas.getOrDefault(layer.id(), LandAreas.NONE)))
        .toList();
  }

  private ZoneRow zone(ZoneLayer layer, long zones, LandAreas areas) {
    Optional<Plan.Target> target = targetOn(layer);
    return new ZoneRow(
        layer.name().in(sentences.language()),
        (int) zones,
        areas.total().doubleValue(),
        areas.byGroup(schemas.landGroups()),
        target.map(targets::textWithUnit).orElse(""),
        target.map(this::level).orElse(Level.INFO));
  }

  /** The target on the whole area of a layer, if the plan sets one. */
  private Optional<Plan.Target> targetOn(ZoneLayer layer) {
    return schemas.indicators().stream()
        .filter(indicator -> isAreaOf(layer, indicator))
        .flatMap(indicator -> plan.targetOf(indicator.code()).stream())
        .findFirst();
  }

  private static boolean isAreaOf(ZoneLayer layer, Indicator indicator) {
    return indicator.inputs().size() == 1
        && indicator.inputs().values().stream()
            .allMatch(input -> layer.id().equals(input.zone()) && input.land() == null);
  }

  private Level level(Plan.Target target) {
    return gold
        .rows(
            """
            SELECT level FROM gold.indicator_value
            WHERE indicator_code = '%s' AND region_code = '%s' AND year = %d AND %s
            """
                .formatted(target.indicator(), plan.city().code(), year, Known.NOW))
        .stream()
        .map(row -> IndicatorChapters.level(row.text("level")))
        .findFirst()
        .orElse(Level.INFO);
  }
}
