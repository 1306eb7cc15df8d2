package org.planpulse.jobs.publish;

import java.util.List;
import java.util.Map;

/** The units of a city, of every level below it; the tables are read once for all of them. */
final class UnitList {

  private final List<Entry> entries;
  private final Map<String, RegionFigures> figures;
  private final Map<String, LandAreas> land;

  record Entry(String code, String name) {}

  /**
   * @param city its region code
   */
  UnitList(String city, int year, GoldReader gold) {
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
        LandAreas.by(
            "region_code",
            gold.rows(
                """
                SELECT region_code, year, dlbm, czcsxm, area_m2 FROM gold.land_area
                WHERE region_code <> '%s' AND year <= %d
                """
                    .formatted(city, year)));
  }

  List<Entry> entries() {
    return entries;
  }

  RegionFigures figures(Entry unit) {
    return figures.getOrDefault(unit.code(), RegionFigures.none());
  }

  /** Of the year and those before. */
  LandAreas land(Entry unit) {
    return land.getOrDefault(unit.code(), LandAreas.NONE);
  }
}
