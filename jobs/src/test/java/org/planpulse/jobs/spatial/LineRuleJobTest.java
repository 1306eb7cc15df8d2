package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;
import static org.planpulse.jobs.spatial.MiniCity.shape;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.geometry.GeodesicLength;
import org.planpulse.jobs.run.Issue;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Boxes in hundredths of a degree, three years. In the west the red line, the growth boundary and
 * zones of the plan cross; in the east there is a forest plan that the land follows in 2021; far
 * off lie hazard zones with a school and roads.
 */
class LineRuleJobTest {

  private static final String LEDGER =
      "SELECT year, entry, items, area_m2 FROM gold_line_rule_ledger WHERE rule_id = '%s'"
          + " AND items > 0 ORDER BY year, entry";

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() {
    city = city(folder, 0);
  }

  /**
   * @param seed of the order of rows; 0 for the order written
   */
  private static MiniCity city(Path folder, int seed) {
    MiniCity city =
        new MiniCity(folder)
            .zone("STBHHX", "red", box(0, 0, 4, 4))
            .zone("CZKFBJ", "growth", box(3, 0, 8, 4))
            // Touches the growth boundary along x = 8.
            .zone("YJJBNT", "beside", box(8, 0, 9, 1))
            // Reaches 0.8 by 11 m into the red line.
            .zone("YJJBNT", "sliver", box(-1, 1, 0.001, 1.01))
            .outline(WEST, box(-5, -5, 9, 9))
            .outline(EAST, box(15, -5, 25, 5));
    for (int year : List.of(2020, 2021, 2022)) {
      city.parcel(year, "steppe" + year, "0401", "", WEST, box(0, 0, 3.5, 2))
          .parcel(year, "town" + year, "0701", "201", WEST, box(5, 0, 8, 4))
          .parcel(year, "wood" + year, "0301", "", EAST, box(20, 0, 21, 1))
          .parcel(year, "young" + year, year == 2020 ? "0401" : "0301", "", EAST, box(21, 0, 22, 1))
          .parcel(year, "mine" + year, year == 2020 ? "0401" : "0602", "", WEST, box(0, 3, 1, 4));
    }
    if (seed != 0) {
      city.shuffled(seed);
    }
    city.built();
    features(city, seed);
    city.run(new LandAreaJob());
    city.run(new LandChangeJob());
    city.run(new LineRuleJob());
    return city;
  }

  private static void features(MiniCity city, int seed) {
    city.warehouse.replace(
        "silver.theme_feature",
        SharedSpark.session()
            .sql(
                """
                SELECT dataset AS theme, * EXCEPT (wkt),
                       ST_AsBinary(ST_GeomFromText(wkt)) AS geometry,
                       CAST(0 AS DECIMAL(20,2)) AS area_m2, DATE'2026-01-01' AS known_from
                FROM VALUES
                  ('A-08', NULL, 'z1', '生态保护区', NULL, NULL, 'z!GHFQ!1', '%s'),
                  ('A-08', NULL, 'z2', '城镇发展区', NULL, NULL, 'z!GHFQ!2', '%s'),
                  ('D01-05v', NULL, 'w1', NULL, NULL, NULL, 'w!LDXB!1', '%s'),
                  ('D01-28v', NULL, 'h1', '滑坡', '高易发区', NULL, 'h!YF!1', '%s'),
                  ('D01-28v', NULL, 'h2', '滑坡', '低易发区', NULL, 'h!YF!2', '%s'),
                  ('D01-28v', NULL, 'h3', '滑坡', '高易发区', NULL, 'h!YF!3', '%s'),
                  ('A-06', 2021, 's1', '小学', NULL, '使用', 'f!SS!1', 'POINT (111.81 43.51)'),
                  ('A-06', 2021, 's2', '小学', NULL, '拟建', 'f!SS!2', 'POINT (111.815 43.51)'),
                  ('A-06', 2021, 's3', '小学', NULL, NULL, 'f!SS!3', 'POINT (111.91 43.51)'),
                  ('A-07', NULL, 'r1', '县道', NULL, NULL, 'r!LX!1',
                   'LINESTRING (111.79 43.51, 111.83 43.51)'),
                  ('A-07', NULL, 'r2', '县道', NULL, NULL, 'r!LX!2',
                   'LINESTRING (111.80 43.50, 111.82 43.50)')
                  AS t(dataset, year, feature_id, class_name, grade, status, source_id, wkt)
                """
                    .formatted(
                        box(-1, 0, 3, 4),
                        box(50, 0, 51, 1),
                        box(20, 0, 22, 1),
                        box(30, 0, 32, 2),
                        box(40, 0, 42, 2),
                        // Inside the first: zones of several return periods lie in each other.
                        box(30.5, 0.5, 31.5, 1.5)))
            .orderBy(hash(lit(seed), col("source_id")))
            .repartition(seed + 1));
  }

  @Test
  void twoLinesThatShareLandAreToldWithItsOfficialAreaAndTheParcelsOnIt() {
    assertThat(
            violations("LR-05", "zone_id, other_id, region_code, year, area_m2, first_seen, state"))
        .containsExactly(
            tuple("red", "growth", WEST, 2020, area(box(3, 0, 4, 4)), 2020, "new"),
            tuple("red", "growth", WEST, 2021, area(box(3, 0, 4, 4)), 2020, "open"),
            tuple("red", "growth", WEST, 2022, area(box(3, 0, 4, 4)), 2020, "open"));
    assertThat(parcels("LR-05", 2021)).containsExactly("steppe2021");
  }

  @Test
  void bordersThatTouchAreNoOverlap() {
    assertThat(violations("LR-07", "year")).isEmpty();
    assertThat(city.rows(LEDGER.formatted("LR-07"))).isEmpty();
    assertThat(
            city.rows(
                "SELECT entry, items, area_m2 FROM gold_line_rule_ledger"
                    + " WHERE rule_id = 'LR-07' AND year = 2022 ORDER BY entry"))
        .as("checked, and nothing found")
        .extracting(Row::toString)
        .containsExactly("[gone,0,0.00]", "[new,0,0.00]", "[open,0,0.00]", "[sliver,0,0.00]");
  }

  @Test
  void aSliverIsBookedAndIsNoViolation() {
    assertThat(violations("LR-06", "year")).isEmpty();
    assertThat(city.rows(LEDGER.formatted("LR-06")))
        .extracting(LineRuleJobTest::values)
        .containsExactly(
            tuple(2020, "sliver", 1L, area(box(0, 1, 0.001, 1.01))),
            tuple(2021, "sliver", 1L, area(box(0, 1, 0.001, 1.01))),
            tuple(2022, "sliver", 1L, area(box(0, 1, 0.001, 1.01))));
  }

  @Test
  void plansDifferWhereOnlyOneOfThemHoldsTheLand() {
    assertThat(
            violations(
                "LR-08' AND year = '2022", "zone_layer, zone_id, other_layer, area_m2, state"))
        .containsExactlyInAnyOrder(
            tuple("A-08", "z1", "STBHHX", area(box(-1, 0, 0, 4)), "open"),
            tuple("STBHHX", "red", "A-08", area(box(3, 0, 4, 4)), "open"));
  }

  @Test
  void aDifferenceThatTheLandFollowedIsGoneInThatYear() {
    assertThat(violations("LR-10", "zone_layer, zone_id, other_layer, year, area_m2, state"))
        .containsExactly(
            tuple("D01-05v", "w1", "LD_SD", 2020, area(box(21, 0, 22, 1)), "new"),
            tuple("D01-05v", "w1", "LD_SD", 2021, area(box(21, 0, 22, 1)), "gone"));
    assertThat(parcels("LR-10", 2020)).containsExactly("young2020");
  }

  @Test
  void facilitiesInHazardZonesAreCountedOnceFromTheYearOfTheirLayerOn() {
    assertThat(
            violations(
                "LR-11",
                "zone_layer, zone_id, other_layer, other_id, region_code, year, area_m2, length_m,"
                    + " first_seen"))
        .containsExactly(
            tuple("D01-28v", "h1、h3", "A-06", "s1", CITY, 2021, null, null, 2021),
            tuple("D01-28v", "h1、h3", "A-06", "s1", CITY, 2022, null, null, 2021));
    assertThat(city.rows(LEDGER.formatted("LR-11")))
        .extracting(LineRuleJobTest::values)
        .containsExactly(tuple(2021, "new", 1L, null), tuple(2022, "open", 1L, null));
  }

  @Test
  void roadsInHazardZonesAreMeasuredOnTheEllipsoidAndHaveNoArea() {
    BigDecimal metres =
        BigDecimal.valueOf(GeodesicLength.metres(shape("LINESTRING (111.80 43.51, 111.82 43.51)")))
            .setScale(2, RoundingMode.HALF_UP);

    assertThat(metres).isBetween(new BigDecimal("1610"), new BigDecimal("1625"));
    assertThat(violations("LR-12", "other_id, year, area_m2, length_m, state"))
        .containsExactly(
            tuple("r1", 2020, null, metres, "new"),
            tuple("r1", 2021, null, metres, "open"),
            tuple("r1", 2022, null, metres, "open"));
  }

  @Test
  void newLandInsideALineIsNewOnceAndOpenAsLongAsItStands() {
    BigDecimal mine = area(box(0, 3, 1, 4));

    assertThat(violations("LR-02", "other_layer, year, area_m2, first_seen, state"))
        .containsExactly(
            tuple("JSYD", 2021, mine, 2021, "new"), tuple("JSYD", 2022, mine, 2021, "open"));
    assertThat(parcels("LR-02", 2022)).containsExactly("mine2022");
    assertThat(
            city.rows(
                "SELECT 1 FROM gold_line_rule_ledger WHERE rule_id = 'LR-02' AND year = 2020"))
        .as("without a year before, nothing can be told to be new")
        .isEmpty();
  }

  @Test
  void aRuleWithoutItsLayerIsNotCheckedAndItsDepartmentIsTold() {
    assertThat(city.rows("SELECT 1 FROM gold_line_rule_ledger WHERE rule_id = 'LR-13'")).isEmpty();
    assertThat(city.issues())
        .filteredOn(issue -> issue.kind().code().equals("RULE_LAYER_MISSING"))
        .extracting(
            issue -> tuple(issue.department(), issue.dataset(), issue.values().get("rules")))
        .containsExactlyInAnyOrder(
            tuple("D13", "D13-01v", Issue.list(List.of("LR-13", "LR-14"))),
            tuple("D01", "D01-34", "LR-15"));
  }

  @Test
  void theLedgerHoldsEveryViolation() {
    assertThat(
            city.rows(
                """
                SELECT rule_id, year, state, count(*) AS items, sum(area_m2) AS m2
                FROM gold_line_violation GROUP BY ALL
                EXCEPT SELECT rule_id, year, entry, items, area_m2 FROM gold_line_rule_ledger
                """))
        .isEmpty();
  }

  @Test
  void theOrderOfRowsChangesNoDigit(@TempDir Path other) {
    MiniCity shuffled = city(other, 6);

    assertThat(everything(shuffled)).isNotEmpty().isEqualTo(everything(city));
  }

  private static List<String> everything(MiniCity of) {
    return of
        .rows(
            "SELECT * EXCEPT (geometry), geometry FROM gold_line_violation"
                + " ORDER BY rule_id, zone_layer, zone_id, other_id, region_code, year, state, minx")
        .stream()
        .map(row -> row.mkString("|").replaceAll("\\|\\[B@.*", "") + hex(row))
        .toList();
  }

  private static String hex(Row row) {
    return HexFormat.of().formatHex(row.getAs("geometry"));
  }

  private static List<Tuple> violations(String rule, String columns) {
    return city
        .rows(
            "SELECT %s FROM gold_line_violation WHERE rule_id = '%s' ORDER BY year"
                .formatted(columns, rule))
        .stream()
        .map(LineRuleJobTest::values)
        .toList();
  }

  private static List<String> parcels(String rule, int year) {
    return city.rows(
            "SELECT parcel_ids FROM gold_line_violation WHERE rule_id = '%s' AND year = %d"
                .formatted(rule, year))
        .get(0)
        .getList(0);
  }

  private static Tuple values(Row row) {
    return new Tuple(CollectionConverters.asJava(row.toSeq()).toArray());
  }
}
