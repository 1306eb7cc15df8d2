package org.planpulse.jobs.publish;

import java.util.List;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.model.Unit;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

/** Puts together what is told of one unit. */
final class UnitLeaflet {

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final TargetTexts targets;

  UnitLeaflet(Schemas schemas, Plan plan, int year, Sentences sentences) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.targets = new TargetTexts(schemas, plan, sentences);
  }

  Unit compose(UnitList.Entry unit, RegionFigures figures, LandAreas land) {
    List<Dimension> dimensions =
        IndicatorChapters.ofUnit(schemas, plan, year, sentences, targets, figures).dimensions();
    List<IndicatorRow> rows =
        dimensions.stream().flatMap(dimension -> dimension.indicators().stream()).toList();
    return new Unit(
        unit.code(),
        unit.name(),
        summary(unit, rows, land.in(year)),
        dimensions,
        stock(land),
        missing(rows),
        cityOnly());
  }

  private String summary(UnitList.Entry unit, List<IndicatorRow> rows, LandAreas land) {
    return sentences.say(
        "unit.summary",
        "name",
        unit.name(),
        "code",
        unit.code(),
        "extent",
        extent(land),
        "total",
        rows.size(),
        "valued",
        rows.stream().filter(row -> row.current() != null).count());
  }

  private String extent(LandAreas land) {
    return land.isEmpty()
        ? sentences.say("unit.no_land", "year", year)
        : sentences.say("unit.land", LandFigures.of(year, land, schemas.landGroups()));
  }

  /** Classes that never occur are left out. */
  private LandStock stock(LandAreas land) {
    LandStock all = land.stock(schemas, sentences.language());
    return new LandStock(all.years(), all.rows().stream().filter(UnitLeaflet::occurs).toList());
  }

  private static boolean occurs(StockRow row) {
    return row.areasM2().stream().anyMatch(m2 -> m2 > 0);
  }

  private List<String> missing(List<IndicatorRow> rows) {
    return rows.stream()
        .filter(row -> row.current() == null)
        .map(
            row ->
                sentences.say(
                    "unit.missing",
                    "code",
                    row.code(),
                    "name",
                    row.name(),
                    "reason",
                    row.missingReason()))
        .toList();
  }

  private String cityOnly() {
    long count =
        schemas.indicators().stream()
            .filter(indicator -> indicator.computed() && !indicator.computedForUnits())
            .count();
    return sentences.say("unit.city_only", "count", count);
  }
}
