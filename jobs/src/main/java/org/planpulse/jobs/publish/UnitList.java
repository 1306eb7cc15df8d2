package org.planpulse.jobs.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.model.Unit;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.LandLevel1;
import org.planpulse.schemas.plan.Plan;

/** The units of the city, each with its own figures; the tables are read once for all of them. */
final class UnitList {

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final List<Entry> entries;
  private final Map<String, RegionFigures> figures;
  private final Map<String, List<GoldRow>> land;

  /** A unit of any level below the city. */
  record Entry(String code, String name) {}

  UnitList(Schemas schemas, Plan plan, int year, Sentences sentences, GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    String city = plan.city().code();
    this.entries =
        gold
            .rows(
                """
                SELECT region_code, name FROM %s
                WHERE region_code <> '%s' ORDER BY region_code
                """
                    .formatted(AdminUnits.in(year), city))
            .stream()
            .map(row -> new Entry(row.text("region_code"), row.text("name")))
            .toList();
    this.figures = RegionFigures.ofOthers(city, year, gold);
    this.land =
        gold
            .rows(
                """
                SELECT region_code, year, dlbm, area_m2 FROM gold.land_area
                WHERE region_code <> '%s' AND year <= %d ORDER BY ALL
                """
                    .formatted(city, year))
            .stream()
            .collect(groupingBy(row -> row.text("region_code")));
  }

  List<Entry> entries() {
    return entries;
  }

  Unit compose(Entry entry) {
    TargetTexts targets = new TargetTexts(schemas, plan, sentences);
    List<Dimension> dimensions =
        IndicatorChapters.ofUnit(
                schemas,
                plan,
                year,
                sentences,
                targets,
                figures.getOrDefault(entry.code(), RegionFigures.none()))
            .dimensions();
    List<IndicatorRow> rows =
        dimensions.stream().flatMap(dimension -> dimension.indicators().stream()).toList();
    List<GoldRow> areas = land.getOrDefault(entry.code(), List.of());
    return new Unit(
        entry.code(),
        entry.name(),
        summary(entry, rows, areas.stream().filter(row -> row.whole("year") == year).toList()),
        dimensions,
        stock(areas),
        missing(rows),
        cityOnly());
  }

  private String summary(Entry entry, List<IndicatorRow> rows, List<GoldRow> areas) {
    String extent =
        areas.isEmpty()
            ? sentences.say("unit.no_land", "year", year)
            : sentences.say(
                "unit.land",
                "year",
                year,
                "total",
                hectares(areas),
                "farmland",
                hectares(areas, "GD"),
                "grass",
                hectares(areas, "CD"),
                "built",
                hectares(areas, "JSYD"));
    return sentences.say(
        "unit.summary",
        "name",
        entry.name(),
        "code",
        entry.code(),
        "extent",
        extent,
        "total",
        rows.size(),
        "valued",
        rows.stream().filter(row -> row.current() != null).count());
  }

  private String hectares(List<GoldRow> areas, String group) {
    LandGroup classes = schemas.landGroups().get(group);
    return hectares(
        areas.stream().filter(row -> classes.classes().contains(row.text("dlbm"))).toList());
  }

  private static String hectares(Collection<GoldRow> areas) {
    double m2 = areas.stream().mapToDouble(row -> row.amount("area_m2")).sum();
    return Sentences.number(m2 / 10_000, 2);
  }

  /** Classes that never occur are left out. */
  private LandStock stock(List<GoldRow> areas) {
    Map<String, Map<Integer, Double>> byClass =
        areas.stream()
            .collect(
                groupingBy(
                    row -> schemas.landClasses().get(row.text("dlbm")).level1(),
                    groupingBy(
                        row -> row.whole("year"), summingDouble(row -> row.amount("area_m2")))));
    TreeSet<Integer> years = new TreeSet<>();
    areas.forEach(row -> years.add(row.whole("year")));
    return new LandStock(
        List.copyOf(years),
        schemas.landLevel1().values().stream()
            .filter(level -> byClass.containsKey(level.code()))
            .map(level -> row(level, byClass.get(level.code()), years))
            .toList());
  }

  private StockRow row(LandLevel1 level, Map<Integer, Double> areas, TreeSet<Integer> years) {
    return new StockRow(
        level.name().in(sentences.language()),
        years.stream().map(shown -> areas.getOrDefault(shown, 0.0)).toList());
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
