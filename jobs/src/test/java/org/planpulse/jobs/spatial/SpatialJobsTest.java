package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two units, two years. In the west a field (with ridges) and steppe: in 2021 a quarter of the
 * field is built over. In the east a town that grows into the steppe, half of it outside the growth
 * boundary.
 */
class SpatialJobsTest {

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() {
    city =
        new MiniCity(folder)
            .parcel(2020, "f", "0103", "", WEST, box(0, 0, 4, 1), 0.1)
            .parcel(2020, "s", "0401", "", WEST, box(0, 1, 4, 4))
            .parcel(2020, "t", "0701", "201", EAST, box(4, 0, 6, 2))
            .parcel(2020, "g", "0401", "", EAST, box(4, 2, 6, 4))
            .parcel(2021, "f1", "0103", "", WEST, box(0, 0, 3, 1), 0.1)
            .parcel(2021, "f2", "1003", "", WEST, box(3, 0, 4, 1))
            .parcel(2021, "s", "0401", "", WEST, box(0, 1, 4, 4))
            .parcel(2021, "t", "0701", "201", EAST, box(4, 0, 6, 2))
            .parcel(2021, "n", "0701", "201", EAST, box(4, 2, 6, 3))
            .parcel(2021, "g", "0401", "", EAST, box(4, 3, 6, 4))
            .repaired("-12.50")
            .zone("STBHHX", "red", box(2, 0.5, 5, 3.5))
            .zone("JBCY", "grass", box(0, 1, 1, 3))
            .zone("JBCY", "grass", box(2, 2, 3, 4))
            .zone("CZKFBJ", "growth", box(4, 0, 5, 4))
            .built();
    city.run(new LandAreaJob());
    city.run(new LandChangeJob());
    city.run(new ZoneOverlayJob());
    city.run(new LineRuleJob());
  }

  @Test
  void classesOfEveryLevelSumToItsParcels() {
    for (Row row :
        city.rows(
            """
            SELECT region_code, year, max(CASE entry WHEN 'parcels' THEN area_m2 END) AS parcels,
                   max(CASE entry WHEN 'classes' THEN area_m2 END) AS classes,
                   max(CASE entry WHEN 'units' THEN area_m2 END) AS units,
                   sum(CASE WHEN entry IN ('delivered', 'repair') THEN area_m2 END) AS delivered
            FROM gold_area_ledger GROUP BY region_code, year
            """)) {
      assertThat(row.getDecimal(3)).isEqualTo(row.getDecimal(2));
      assertThat(row.getDecimal(5)).isEqualByComparingTo(row.getDecimal(2));
      if (!row.isNullAt(4)) {
        assertThat(row.getDecimal(4)).isEqualTo(row.getDecimal(2));
      }
    }
    assertThat(
            city.rows(
                    "SELECT area_m2 FROM gold_area_ledger WHERE entry = 'parcels' AND year = 2021"
                        + " AND region_code = '%s'".formatted(CITY))
                .get(0)
                .getDecimal(0))
        .isEqualTo(
            area(box(0, 0, 3, 1))
                .add(area(box(3, 0, 4, 1)))
                .add(area(box(0, 1, 4, 4)))
                .add(area(box(4, 0, 6, 2)))
                .add(area(box(4, 2, 6, 3)))
                .add(area(box(4, 3, 6, 4))));
  }

  @Test
  void whatARepairChangedIsALineOfItsDatasetInEveryLevelAbove() {
    BigDecimal parcels =
        area(box(4, 3, 6, 4)).add(area(box(4, 0, 6, 2))).add(area(box(4, 2, 6, 3)));
    for (String region : List.of(EAST, "152501400")) {
      assertThat(ledger(region, 2021, "repair"))
          .extracting(row -> row.getString(0), row -> row.getDecimal(1), row -> row.getLong(2))
          .containsExactly(tuple("A-01", new BigDecimal("-12.50"), 1L));
      assertThat(ledger(region, 2021, "delivered"))
          .extracting(row -> row.getDecimal(1), row -> row.getLong(2))
          .containsExactly(tuple(parcels.add(new BigDecimal("12.50")), 3L));
    }
    assertThat(ledger(WEST, 2021, "repair").get(0).getDecimal(1)).isEqualByComparingTo("0");
  }

  private static List<Row> ledger(String region, int year, String entry) {
    return city.rows(
        "SELECT dataset, area_m2, items FROM gold_area_ledger WHERE region_code = '%s' AND year = %d AND entry = '%s'"
            .formatted(region, year, entry));
  }

  @Test
  void farmlandCountsNetAndItsRidgesAsAClassOfTheirOwn() {
    BigDecimal field = area(box(0, 0, 4, 1));
    BigDecimal ridges = field.multiply(new BigDecimal("0.1")).setScale(2, RoundingMode.HALF_UP);
    assertThat(landArea(WEST, 2020, "0103")).isEqualTo(field.subtract(ridges));
    assertThat(landArea(WEST, 2020, "1203")).isEqualTo(ridges);
  }

  @Test
  void marginsOfTheTransitionMatrixEqualTheStocks() {
    List<Row> open =
        city.rows(
            """
            WITH stock AS (
              SELECT region_code, year, dlbm, sum(area_m2) AS area_m2
              FROM gold_land_area GROUP BY ALL
            ), margin AS (
              SELECT region_code, from_year AS year, from_dlbm AS dlbm, sum(area_m2) AS area_m2
              FROM gold_land_transition WHERE from_dlbm <> 'CLOSE' GROUP BY ALL
              UNION ALL
              SELECT region_code, to_year, to_dlbm, sum(area_m2)
              FROM gold_land_transition WHERE to_dlbm <> 'CLOSE' GROUP BY ALL
            )
            SELECT * FROM stock FULL OUTER JOIN margin USING (region_code, year, dlbm)
            WHERE NOT stock.area_m2 <=> margin.area_m2
            """);
    assertThat(open).isEmpty();
  }

  @Test
  void theClosingDifferenceIsRoundingOnly() {
    List<Row> closing =
        city.rows(
            "SELECT area_m2 FROM gold_land_transition"
                + " WHERE from_dlbm = 'CLOSE' OR to_dlbm = 'CLOSE'");
    assertThat(closing)
        .allSatisfy(row -> assertThat(row.getDecimal(0).abs()).isLessThan(BigDecimal.ONE));
  }

  @Test
  void whatWasBuiltOverComesFromNetFieldAndRidges() {
    BigDecimal built = area(box(3, 0, 4, 1));
    BigDecimal ridges = built.multiply(new BigDecimal("0.1")).setScale(2, RoundingMode.HALF_UP);
    assertThat(transition("0103", "1003")).isEqualTo(built.subtract(ridges));
    assertThat(transition("1203", "1003")).isEqualTo(ridges);
    assertThat(transition("0401", "0701")).isEqualTo(area(box(4, 2, 6, 3)));
  }

  @Test
  void landInsideAZoneIsCutAtItsEdgeAndCountsWithItsClass() {
    BigDecimal net =
        area(box(2, 0.5, 3, 1)).multiply(new BigDecimal("0.9")).setScale(2, RoundingMode.HALF_UP);
    assertThat(inside("STBHHX", 2021, "0103")).isCloseTo(net, within("0.01"));
    assertThat(inside("STBHHX", 2021, "1003")).isCloseTo(area(box(3, 0.5, 4, 1)), within("0.01"));
    assertThat(inside("STBHHX", 2021, "0701"))
        .isCloseTo(area(box(4, 0.5, 5, 2)).add(area(box(4, 2, 5, 3))), within("0.02"));
    assertThat(inside("STBHHX", 2021, null)).isCloseTo(area(box(2, 0.5, 5, 3.5)), within("0.1"));
  }

  @Test
  void aParcelInTwoRowsOfOneZoneCountsOnceAndItsLandInBoth() {
    Row grass =
        city.rows(
                "SELECT sum(area_m2), sum(parcels) FROM gold_zone_land_area"
                    + " WHERE zone_id = 'grass' AND year = 2021 AND region_code = '"
                    + WEST
                    + "'")
            .get(0);
    assertThat(grass.getLong(1)).isEqualTo(1);
    assertThat(grass.getDecimal(0))
        .isCloseTo(area(box(0, 1, 1, 3)).add(area(box(2, 2, 3, 4))), within("0.02"));
  }

  @Test
  void landInTwoRowsOfOneZoneThatOverlapCountsOnce(@TempDir Path other) {
    MiniCity overlapping =
        new MiniCity(other)
            .parcel(2020, "s", "0401", "", WEST, box(0, 0, 10, 1))
            .zone("JBCY", "grass", box(0, 0, 6, 1))
            .zone("JBCY", "grass", box(4, 0, 8, 1))
            .built();
    overlapping.run(new ZoneOverlayJob());
    Row grass =
        overlapping
            .rows(
                "SELECT area_m2, parcels FROM gold_zone_land_area WHERE region_code = '%s'"
                    .formatted(WEST))
            .get(0);
    assertThat(grass.getDecimal(0)).isCloseTo(area(box(0, 0, 8, 1)), within("0.50"));
    assertThat(grass.getLong(1)).isEqualTo(1);
  }

  @Test
  void yearsWithAGapAreOnePairAndTheirPiecesStandOnce(@TempDir Path other) {
    MiniCity gap =
        new MiniCity(other)
            .parcel(2020, "s", "0401", "", WEST, box(0, 0, 2, 1))
            .parcel(2023, "a", "0401", "", WEST, box(0, 0, 1, 1))
            .parcel(2023, "b", "0602", "", WEST, box(1, 0, 2, 1))
            .built();
    gap.run(new LandAreaJob());
    gap.run(new LandChangeJob());
    assertThat(gap.rows("SELECT to_bsm FROM gold_land_change ORDER BY 1"))
        .extracting(row -> row.getString(0))
        .containsExactly("a", "b");
  }

  @Test
  void rulesFindWhatLiesOnTheWrongSideOfALine() {
    assertThat(violation("LR-01", 2020)).isCloseTo(area(box(4, 0.5, 5, 2)), within("0.01"));
    assertThat(violation("LR-02", 2020)).isEqualByComparingTo("0");
    assertThat(violation("LR-02", 2021))
        .isCloseTo(area(box(3, 0.5, 4, 1)).add(area(box(4, 2, 5, 3))), within("0.02"));
    assertThat(violation("LR-04", 2021)).isCloseTo(area(box(5, 2, 6, 3)), within("0.01"));
    assertThat(
            city.rows(
                    "SELECT DISTINCT parcel_ids, first_seen FROM gold_line_violation"
                        + " WHERE rule_id = 'LR-04'")
                .get(0))
        .satisfies(
            row -> {
              assertThat(row.<String>getList(0)).containsExactly("n");
              assertThat(row.getInt(1)).isEqualTo(2021);
            });
  }

  private static org.assertj.core.data.Offset<BigDecimal> within(String m2) {
    return org.assertj.core.data.Offset.offset(new BigDecimal(m2));
  }

  private static BigDecimal landArea(String unit, int year, String dlbm) {
    return sum(
        "gold_land_area WHERE region_code = '%s' AND year = %d AND dlbm = '%s'"
            .formatted(unit, year, dlbm));
  }

  private static BigDecimal transition(String from, String to) {
    return sum(
        "gold_land_transition WHERE region_code = '%s' AND from_dlbm = '%s' AND to_dlbm = '%s'"
            .formatted(CITY, from, to));
  }

  private static BigDecimal inside(String layer, int year, String dlbm) {
    return sum(
        "gold_zone_land_area WHERE region_code = '%s' AND zone_layer = '%s' AND year = %d %s"
            .formatted(CITY, layer, year, dlbm == null ? "" : "AND dlbm = '" + dlbm + "'"));
  }

  private static BigDecimal violation(String rule, int year) {
    return sum("gold_line_violation WHERE rule_id = '%s' AND year = %d".formatted(rule, year));
  }

  private static BigDecimal sum(String from) {
    return city.rows("SELECT coalesce(sum(area_m2), 0) FROM " + from)
        .get(0)
        .getDecimal(0)
        .setScale(2, RoundingMode.UNNECESSARY);
  }
}
