package org.planpulse.jobs.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.ProofRow;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.model.LandUse.UnitRow;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LandLevel1;
import org.planpulse.schemas.plan.Plan;

/** The chapter on land-use change: stocks, the transition matrix, units, and the proof. */
final class LandUseChapter {

  private static final String CLOSE = "CLOSE";

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final GoldReader gold;
  private final List<LandLevel1> levels;

  LandUseChapter(Schemas schemas, Plan plan, int year, Sentences sentences, GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.gold = gold;
    this.levels = List.copyOf(schemas.landLevel1().values());
  }

  LandUse compose(MapFigure map) {
    LandAreas areas = areas();
    LandStock stock = areas.stock(schemas, sentences.language());
    List<List<Double>> matrix = matrix(plan.baseYear());
    return new LandUse(
        summary(areas.in(year), matrix),
        levels.stream().map(level -> level.name().in(sentences.language())).toList(),
        levels.stream().map(LandLevel1::colour).toList(),
        stock.years(),
        stock.rows(),
        plan.baseYear(),
        year,
        matrix,
        schemas.changeCauses().causes().values().stream()
            .map(cause -> cause.in(sentences.language()))
            .toList(),
        changes(plan.baseYear()),
        proof(),
        units(),
        map);
  }

  /** Of the city, up to the year. */
  private LandAreas areas() {
    return new LandAreas(
        gold.rows(
            """
            SELECT year, dlbm, czcsxm, area_m2 FROM gold.land_area
            WHERE region_code = '%s' AND year <= %d
            """
                .formatted(plan.city().code(), year)));
  }

  /** Square by first-level class, with the closing difference as last row and column. */
  private List<List<Double>> matrix(int fromYear) {
    List<String> codes = new ArrayList<>(levels.stream().map(LandLevel1::code).toList());
    codes.add(CLOSE);
    double[][] cells = new double[codes.size()][codes.size()];
    for (GoldRow row :
        gold.rows(
            """
            SELECT from_dlbm, to_dlbm, area_m2 FROM gold.land_transition
            WHERE region_code = '%s' AND from_year = %d AND to_year = %d
            """
                .formatted(plan.city().code(), fromYear, year))) {
      int from = codes.indexOf(level(row.text("from_dlbm")));
      int to = codes.indexOf(level(row.text("to_dlbm")));
      cells[from][to] += row.amount("area_m2");
    }
    List<List<Double>> matrix = new ArrayList<>();
    for (double[] row : cells) {
      matrix.add(Arrays.stream(row).boxed().toList());
    }
    return matrix;
  }

  /** A line for each class that changed: by cause, and the sum. */
  private List<StockRow> changes(int fromYear) {
    List<String> causes = List.copyOf(schemas.changeCauses().causes().keySet());
    Map<String, BigDecimal[]> byLevel = new HashMap<>();
    for (GoldRow row :
        gold.rows(
            """
            SELECT dlbm, cause, change_m2 FROM gold.land_change_cause
            WHERE region_code = '%s' AND from_year = %d AND to_year = %d
            """
                .formatted(plan.city().code(), fromYear, year))) {
      BigDecimal[] line =
          byLevel.computeIfAbsent(level(row.text("dlbm")), level -> zeros(causes.size() + 1));
      BigDecimal change = BigDecimal.valueOf(row.amount("change_m2"));
      int column = causes.indexOf(row.text("cause"));
      line[column] = line[column].add(change);
      line[causes.size()] = line[causes.size()].add(change);
    }
    byLevel.values().removeIf(line -> Arrays.stream(line).allMatch(m2 -> m2.signum() == 0));
    return levels.stream()
        .filter(level -> byLevel.containsKey(level.code()))
        .map(
            level ->
                new StockRow(
                    level.name().in(sentences.language()),
                    Arrays.stream(byLevel.get(level.code())).map(BigDecimal::doubleValue).toList()))
        .toList();
  }

  private static BigDecimal[] zeros(int count) {
    BigDecimal[] zeros = new BigDecimal[count];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private String level(String dlbm) {
    return CLOSE.equals(dlbm) ? CLOSE : schemas.landClasses().get(dlbm).level1();
  }

  private String summary(LandAreas areas, List<List<Double>> matrix) {
    return sentences.follow(extent(areas), change(matrix));
  }

  private String extent(LandAreas areas) {
    return areas.total().signum() == 0
        ? sentences.say("land.none", "year", year)
        : sentences.say("land.summary", LandFigures.of(year, areas, schemas.landGroups()));
  }

  /** Empty where no land of both years could be compared: that is not "nothing changed". */
  private String change(List<List<Double>> matrix) {
    if (matrix.stream().flatMap(List::stream).allMatch(m2 -> m2 == 0)) {
      return "";
    }
    double changed = 0;
    for (int i = 0; i < levels.size(); i++) {
      for (int j = 0; j < levels.size(); j++) {
        changed += i == j ? 0 : matrix.get(i).get(j);
      }
    }
    return sentences.say(
        "land.changed",
        "from",
        plan.baseYear(),
        "year",
        year,
        "changed",
        Sentences.number(changed / 10_000, 1));
  }

  private List<ProofRow> proof() {
    Map<Integer, Map<String, Double>> entries = new LinkedHashMap<>();
    for (GoldRow row :
        gold.rows(
            """
            SELECT year, entry, sum(area_m2) AS area_m2 FROM gold.area_ledger
            WHERE region_code = '%s' AND year <= %d GROUP BY year, entry ORDER BY year
            """
                .formatted(plan.city().code(), year))) {
      entries
          .computeIfAbsent(row.whole("year"), y -> new LinkedHashMap<>())
          .put(row.text("entry"), row.amount("area_m2"));
    }
    return entries.entrySet().stream()
        .map(
            line -> {
              Map<String, Double> of = line.getValue();
              return new ProofRow(
                  line.getKey(),
                  of.getOrDefault("parcels", 0.0),
                  of.getOrDefault("classes", 0.0),
                  of.getOrDefault("units", 0.0),
                  of.getOrDefault("control", 0.0),
                  of.getOrDefault("repair", 0.0),
                  of.getOrDefault("difference", 0.0));
            })
        .toList();
  }

  private List<UnitRow> units() {
    Map<String, LandAreas> areas =
        LandAreas.by(
            "region_code",
            gold.rows(
                "SELECT region_code, dlbm, czcsxm, area_m2 FROM gold.land_area WHERE year = "
                    + year));
    return gold
        .rows(
            """
            SELECT u.region_code, u.name, r.mean AS ndvi
            FROM %s u
            LEFT JOIN gold.raster_zone_stat r
              ON r.region_code = u.region_code AND r.layer = 'ndvi' AND r.year = %d
             AND r.zone_layer = ''
            WHERE u.level = 'village' ORDER BY u.region_code
            """
                .formatted(AdminUnits.in(year), year))
        .stream()
        .map(unit -> unitRow(unit, areas.getOrDefault(unit.text("region_code"), LandAreas.NONE)))
        .toList();
  }

  private UnitRow unitRow(GoldRow unit, LandAreas areas) {
    return new UnitRow(
        unit.text("region_code"),
        unit.text("name"),
        areas.total().doubleValue(),
        areas.byGroup(schemas.landGroups()),
        unit.number("ndvi"));
  }
}
