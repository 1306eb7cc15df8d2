package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.TestSchemas;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** Squares of which each changes for one reason, in three years. */
class ChangeCauseTest {

  private static final String RULES = "codelists/change_causes.yaml";

  private static final Schemas WITH_PAIR =
      schemas("pairs: []", "pairs: [{from: \"0404\", to: \"0401\", year: 2021}]");

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() {
    city = computed(squares("city", WITH_PAIR));
  }

  private static MiniCity squares(String name, Schemas schemas) {
    MiniCity squares =
        new MiniCity(folder.resolve(name), schemas)
            // built over, for good
            .parcel(2020, "a", "0103", "", WEST, box(0, 0, 1, 1))
            .parcel(2021, "a", "0701", "203", WEST, box(0, 0, 1, 1))
            .parcel(2022, "a", "0701", "203", WEST, box(0, 0, 1, 1))
            // moved to the other unit; the second one also built over
            .parcel(2020, "b", "0401", "", WEST, box(3, 0, 4, 1))
            .parcel(2021, "b", "0401", "", EAST, box(3, 0, 4, 1))
            .parcel(2020, "c", "0401", "", WEST, box(3, 1, 4, 2))
            .parcel(2021, "c", "1003", "", EAST, box(3, 1, 4, 2))
            // only an attribute, only the ridges
            .parcel(2020, "d", "0701", "203", WEST, box(1, 0, 2, 1))
            .parcel(2021, "d", "0701", "201", WEST, box(1, 0, 2, 1))
            .parcel(2020, "e", "0103", "", WEST, box(2, 0, 3, 1), 0.1)
            .parcel(2021, "e", "0103", "", WEST, box(2, 0, 3, 1), 0.2)
            // a class that is read otherwise since 2021; what changes a year later did change
            .parcel(2020, "f", "0404", "", WEST, box(0, 1, 1, 2))
            .parcel(2021, "f", "0401", "", WEST, box(0, 1, 1, 2))
            .parcel(2021, "g", "0404", "", EAST, box(5, 5, 6, 6))
            .parcel(2022, "g", "0401", "", EAST, box(5, 5, 6, 6))
            // there and back: all of it, half a parcel, and one of which half stays
            .parcel(2020, "h", "0103", "", WEST, box(1, 1, 2, 2))
            .parcel(2021, "h", "0404", "", WEST, box(1, 1, 2, 2))
            .parcel(2022, "h", "0103", "", WEST, box(1, 1, 2, 2))
            .parcel(2020, "i", "0301", "", WEST, box(2, 1, 3, 2))
            .parcel(2021, "i1", "1004", "", WEST, box(2, 1, 2.5, 2))
            .parcel(2021, "i2", "0301", "", WEST, box(2.5, 1, 3, 2))
            .parcel(2022, "i", "0301", "", WEST, box(2, 1, 3, 2))
            .parcel(2020, "j", "0305", "", WEST, box(1, 2, 2, 3))
            .parcel(2021, "j", "1007", "", WEST, box(1, 2, 2, 3))
            .parcel(2022, "j1", "0305", "", WEST, box(1, 2, 1.5, 3))
            .parcel(2022, "j2", "1007", "", WEST, box(1.5, 2, 2, 3))
            // a border drawn again, 0.1 m beside
            .parcel(2020, "k", "0201", "", WEST, box(0, 3, 1, 4))
            .parcel(2020, "l", "0202", "", WEST, box(0, 4, 1, 5))
            .parcel(2021, "k", "0201", "", WEST, box(0, 3, 1, 4.0001))
            .parcel(2021, "l", "0202", "", WEST, box(0, 4.0001, 1, 5))
            // corrected after review; a correction that expired does not count
            .parcel(2020, "m", "0102", "", WEST, box(1, 3, 2, 4))
            .parcel(2021, "m", "0602", "", WEST, box(1, 3, 2, 4))
            .corrected("applied")
            .parcel(2020, "n", "0102", "", WEST, box(2, 3, 3, 4))
            .parcel(2021, "n", "0602", "", WEST, box(2, 3, 3, 4))
            .corrected("expired")
            // divided, and land that no parcel of the next year covers
            .parcel(2020, "o", "0307", "", WEST, box(2, 2, 3, 3))
            .parcel(2021, "o1", "0307", "", WEST, box(2, 2, 2.5, 3))
            .parcel(2021, "o2", "0307", "", WEST, box(2.5, 2, 3, 3))
            .parcel(2020, "p", "1206", "", WEST, box(3, 2, 4, 3))
            .parcel(2021, "p", "1206", "", WEST, box(3, 2, 3.5, 3));
    return squares;
  }

  private static MiniCity computed(MiniCity squares) {
    squares.built();
    squares.run(new LandAreaJob());
    squares.run(new LandChangeJob());
    return squares;
  }

  @Test
  void landThatIsBuiltOverChanged() {
    BigDecimal a = area(box(0, 0, 1, 1));
    assertThat(change(WEST, 2021, "0701", "203", "real")).isEqualByComparingTo(a);
    assertThat(ofClass(WEST, 2021, "0103", "real")).isEqualByComparingTo(a.negate());
  }

  @Test
  void landOfAnotherUnitIsMovedForBothAndStandsInTheCity() {
    BigDecimal b = area(box(3, 0, 4, 1));
    BigDecimal c = area(box(3, 1, 4, 2));
    assertThat(piece("b", 2021)).isEqualTo("boundary");
    assertThat(ofClass(WEST, 2021, "0401", "boundary")).isEqualByComparingTo(b.add(c).negate());
    assertThat(ofClass(EAST, 2021, "0401", "boundary")).isEqualByComparingTo(b);
    assertThat(ofClass(CITY, 2021, "0401", "boundary")).isZero();

    assertThat(piece("c", 2021)).isEqualTo("real");
    assertThat(ofClass(EAST, 2021, "1003", "boundary")).isEqualByComparingTo(c);
    assertThat(ofClass(CITY, 2021, "1003", "real")).isEqualByComparingTo(c);
    assertThat(ofClass(CITY, 2021, "0401", "real")).isEqualByComparingTo(c.negate());
  }

  @Test
  void attributesOfAClassThatStandsAreItsClassification() {
    BigDecimal d = area(box(1, 0, 2, 1));
    assertThat(change(WEST, 2021, "0701", "201", "classification")).isEqualByComparingTo(d);
    assertThat(change(WEST, 2021, "0701", "203", "classification"))
        .isEqualByComparingTo(d.negate());
    assertThat(ofClass(WEST, 2021, "0701", "classification")).isZero();

    BigDecimal ridges =
        area(box(2, 0, 3, 1)).multiply(new BigDecimal("0.1")).setScale(2, RoundingMode.HALF_UP);
    assertThat(ofClass(WEST, 2021, "1203", "classification"))
        .isCloseTo(ridges, org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));
    assertThat(ofClass(WEST, 2021, "0103", "classification"))
        .isEqualByComparingTo(ofClass(WEST, 2021, "1203", "classification").negate());
  }

  @Test
  void aPairOfClassesCountsInItsYearOnly() {
    assertThat(ofClass(WEST, 2021, "0401", "classification"))
        .isEqualByComparingTo(area(box(0, 1, 1, 2)));
    assertThat(ofClass(EAST, 2022, "0401", "real")).isEqualByComparingTo(area(box(5, 5, 6, 6)));
  }

  @Test
  void whatWentAndCameBackIsNoChangeInEitherYear() {
    BigDecimal h = area(box(1, 1, 2, 2));
    assertThat(ofClass(WEST, 2021, "0103", "correction")).isEqualByComparingTo(h.negate());
    assertThat(ofClass(WEST, 2022, "0103", "correction")).isEqualByComparingTo(h);
    assertThat(piece("i1", 2021)).isEqualTo("correction");
    assertThat(pieces("from_bsm = 'i1'")).containsExactly("correction");
    assertThat(ofClass(WEST, 2022, "0301", "correction"))
        .isEqualByComparingTo(ofClass(WEST, 2021, "0301", "correction").negate());
    assertThat(pieces("from_bsm = 'j' AND to_year = from_year + 1 AND from_dlbm <> to_dlbm"))
        .as("half of it stays built over")
        .containsExactly("real", "real");
    assertThat(pieces("from_bsm = 'h' AND from_year = 2020 AND to_year = 2022")).isEmpty();
  }

  @Test
  void aBorderDrawnAgainIsNoChange() {
    assertThat(pieces("from_bsm = 'l' AND to_bsm = 'k' AND to_year = 2021"))
        .containsExactly("correction");
    assertThat(ofClass(WEST, 2021, "0201", "correction"))
        .isBetween(new BigDecimal("80"), new BigDecimal("100"));
  }

  @Test
  void aReviewedCorrectionCountsWhenItWasApplied() {
    assertThat(piece("m", 2021)).isEqualTo("correction");
    assertThat(piece("n", 2021)).isEqualTo("real");
    assertThat(ofClass(WEST, 2021, "0102", "correction"))
        .isEqualByComparingTo(area(box(1, 3, 2, 4)).negate());
  }

  @Test
  void aDividedParcelIsNoChangeAndLandThatIsMissingClosesTheBooks() {
    assertThat(pieces("from_bsm = 'o' AND to_year = 2021"))
        .containsExactly("unchanged", "unchanged");
    assertThat(causes("0307")).doesNotContain("unchanged");
    assertThat(ofClass(WEST, 2021, "1206", "closing"))
        .isEqualByComparingTo(area(box(3, 2, 3.5, 3)).subtract(area(box(3, 2, 4, 3))));
  }

  @Test
  void theCausesOfEveryUnitYearAndClassAddUpToTheDifferenceOfItsStocks() {
    List<Row> open =
        city.rows(
            """
            WITH span AS (
              SELECT DISTINCT from_year, to_year FROM gold_land_transition
            ), due AS (
              SELECT region_code, from_year, to_year, dlbm, czcsxm,
                     sum(CASE year WHEN to_year THEN area_m2 ELSE -area_m2 END) AS m2
              FROM gold_land_area JOIN span ON year IN (from_year, to_year) GROUP BY ALL
            ), told AS (
              SELECT region_code, from_year, to_year, dlbm, czcsxm, sum(change_m2) AS m2,
                     sum(gained_m2 - lost_m2) AS net_m2
              FROM gold_land_change_cause GROUP BY ALL
            )
            SELECT * FROM due
            FULL JOIN told USING (region_code, from_year, to_year, dlbm, czcsxm)
            WHERE coalesce(due.m2, 0) <> coalesce(told.m2, 0) OR told.m2 <> net_m2
            """);
    assertThat(open).isEmpty();
    assertThat(city.rows("SELECT DISTINCT from_year, to_year FROM gold_land_change_cause"))
        .hasSize(3);
  }

  @Test
  void theClosingCauseIsTheClosingDifferenceOfTheMatrix() {
    assertThat(
            city.rows(
                """
                WITH matrix AS (
                  SELECT from_year, to_year, from_dlbm AS dlbm, -area_m2 AS m2
                  FROM gold_land_transition WHERE to_dlbm = 'CLOSE' AND region_code = '%1$s'
                  UNION ALL
                  SELECT from_year, to_year, to_dlbm, area_m2
                  FROM gold_land_transition WHERE from_dlbm = 'CLOSE' AND region_code = '%1$s'
                  UNION ALL
                  SELECT from_year, to_year, dlbm, -change_m2
                  FROM gold_land_change_cause WHERE cause = 'closing' AND region_code = '%1$s'
                )
                SELECT from_year, to_year, dlbm FROM matrix GROUP BY ALL HAVING sum(m2) <> 0
                """
                    .formatted(CITY)))
        .isEmpty();
  }

  @Test
  void orderAndPartitionsOfTheInputChangeNoDigit() {
    MiniCity other = computed(squares("shuffled", WITH_PAIR).shuffled(7, 5));

    for (String table : List.of("gold_land_change_cause", "gold_land_transition")) {
      String all = "SELECT * FROM " + table + " ORDER BY ALL";
      assertThat(other.rows(all)).isNotEmpty().isEqualTo(city.rows(all));
    }
    String pieces = "SELECT hash(*) FROM gold_land_change ORDER BY ALL";
    assertThat(other.rows(pieces)).isEqualTo(city.rows(pieces));
  }

  @Test
  void aRuleThatIsSwitchedOffDecidesNothing() {
    MiniCity other =
        computed(
            squares(
                "switched-off",
                schemas("when: there_and_back\n", "when: there_and_back\n    active: false\n")));

    assertThat(
            other.rows("SELECT cause FROM gold_land_change WHERE to_bsm = 'h' AND to_year = 2021"))
        .singleElement()
        .satisfies(row -> assertThat(row.getString(0)).isEqualTo("real"));
    assertThat(
            other.rows("SELECT cause FROM gold_land_change WHERE to_bsm = 'f' AND to_year = 2021"))
        .as("without the pair")
        .singleElement()
        .satisfies(row -> assertThat(row.getString(0)).isEqualTo("real"));
  }

  private static Schemas schemas(String was, String is) {
    String rules = SchemaFiles.packaged().text(RULES);
    assertThat(rules).containsOnlyOnce(was);
    return TestSchemas.with(Map.of(RULES, rules.replace(was, is)));
  }

  private static String piece(String bsm, int year) {
    return pieces("to_bsm = '%s' AND to_year = %d AND from_year = to_year - 1".formatted(bsm, year))
        .get(0);
  }

  private static List<String> pieces(String condition) {
    return city
        .rows("SELECT cause FROM gold_land_change WHERE " + condition + " ORDER BY cause")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> causes(String dlbm) {
    return city
        .rows("SELECT cause FROM gold_land_change_cause WHERE dlbm = '%s'".formatted(dlbm))
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static BigDecimal ofClass(String region, int year, String dlbm, String cause) {
    return sum(region, year, "dlbm = '%s' AND cause = '%s'".formatted(dlbm, cause));
  }

  private static BigDecimal change(
      String region, int year, String dlbm, String czcsxm, String cause) {
    return sum(
        region,
        year,
        "dlbm = '%s' AND czcsxm = '%s' AND cause = '%s'".formatted(dlbm, czcsxm, cause));
  }

  private static BigDecimal sum(String region, int year, String condition) {
    return city.rows(
            """
            SELECT coalesce(sum(change_m2), 0BD) FROM gold_land_change_cause
            WHERE region_code = '%s' AND to_year = %d AND from_year = %2$d - 1 AND %s
            """
                .formatted(region, year, condition))
        .get(0)
        .getDecimal(0);
  }
}
