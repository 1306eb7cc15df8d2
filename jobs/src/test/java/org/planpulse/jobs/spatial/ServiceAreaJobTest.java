package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.schemas.Language;

/**
 * One road along 43.5° N with a school at 111.55° E. In 15 minutes one walks 1000 m, and doors lie
 * 100 m or 0.0009° of latitude on either side.
 */
class ServiceAreaJobTest {

  @TempDir static Path folder;
  private static MiniCity city;
  private static List<Issue> issues;

  @BeforeAll
  static void walk() {
    city =
        new MiniCity(folder)
            // Around the school, wholly within 55 m of the road.
            .parcel(2025, "in", "0701", "201", MiniCity.WEST, MiniCity.box(4.9, -0.05, 5.1, 0.05))
            // From 0.0005° to 0.0025° north of the road: a fifth of it within 0.0009°.
            .parcel(2025, "half", "0702", "203", MiniCity.WEST, MiniCity.box(4.9, 0.05, 5.1, 0.25))
            // At the road, 2.4 km from the school.
            .parcel(2025, "out", "0701", "201", MiniCity.EAST, MiniCity.box(8, -0.05, 8.1, 0.05))
            .parcel(2025, "mine", "0602", "", MiniCity.WEST, MiniCity.box(5.1, -0.05, 5.2, 0.05))
            .parcel(2024, "in", "0701", "201", MiniCity.WEST, MiniCity.box(4.9, -0.05, 5.1, 0.05))
            .built();
    features(
        """
        ('A-07', 2025, '街', '支路', NULL, 'r!DLZXX!1', 'LINESTRING (111.5 43.5, 111.6 43.5)'),
        ('A-07', 2025, '高速', '高速公路', NULL, 'r!DLZXX!2', 'LINESTRING (111.55 43.5, 111.55 43.6)'),
        ('A-07', 2025, '新街', '支路', '在建', 'r!DLZXX!3', 'LINESTRING (111.55 43.5, 111.55 43.4)'),
        ('A-06', 2025, '一小', '小学', '使用', 'f!SS!1', 'POINT (111.55 43.5005)'),
        ('A-06', 2025, '远小', '小学', '使用', 'f!SS!2', 'POINT (111.55 43.504)'),
        ('A-06', 2025, '新小', '小学', '拟建', 'f!SS!3', 'POINT (111.58 43.5)'),
        ('A-06', 2025, '卫生站', '社区卫生服务设施', '使用', 'f!SS!4', 'POINT (111.56 43.5)'),
        ('A-06', 2025, '养老站', '社区养老设施', '使用', 'f!SS!5', 'POINT (111.56 43.5)'),
        ('A-06', 2025, '文化站', '文化活动设施', '使用', 'f!SS!6', 'POINT (111.56 43.5)'),
        ('A-06', 2025, '健身场', '体育设施', '使用', 'f!SS!7', 'POINT (111.56 43.5)')
        """);
    entries();
    city.warehouse.replace(
        "silver.statistic",
        SharedSpark.session()
            .sql(
                "SELECT '"
                    + MiniCity.WEST
                    + "' AS region_code, 'population_resident' AS item_code, 2025 AS year,"
                    + " 1000D AS si_value, 'OK' AS value_status, 'D10-01' AS dataset,"
                    + " 's!1!A1' AS source_id, DATE'2026-01-01' AS known_from"));
    city.warehouse.replace(
        "bronze.source_file",
        SharedSpark.session()
            .sql(
                "SELECT 'f' AS source_key, 'x' AS sha256, '住房/设施.shp' AS file, 1L AS bytes,"
                    + " DATE'2026-01-01' AS received_on, 'shp' AS format, 0L AS rows_in,"
                    + " 0L AS rows_loaded, 0L AS rows_quarantined"));
    city.run(new ServiceAreaJob());
    issues = city.issues();
  }

  @Test
  void theReachIsAStadiumAlongTheStreetOnly() {
    Row reach =
        city.rows(
                "SELECT facilities, facilities_off_road, road_length_m, area_m2, maxx - minx,"
                    + " maxy - miny, roads_year FROM gold_service_area"
                    + " WHERE service_id = 'primary-school' AND minutes = 15 AND year = 2025")
            .get(0);

    assertThat(reach.getInt(0)).isEqualTo(1);
    assertThat(reach.getInt(1)).isEqualTo(1);
    assertThat(reach.getDouble(2)).isCloseTo(2000, within(0.01));
    assertThat(reach.getDecimal(3).doubleValue())
        .isCloseTo(2000 * 200 + Math.PI * 100 * 100, within(100.0));
    // 80.88 km are a degree of longitude at 43.5° N, 111.10 km one of latitude.
    assertThat(reach.getDouble(4)).isCloseTo(2200 / 80_876.0, within(1e-5));
    assertThat(reach.getDouble(5)).isCloseTo(200 / 111_102.0, within(1e-6));
    assertThat(reach.getInt(6)).isEqualTo(2025);
  }

  @Test
  void residentialLandInsideTheReachIsCountedAndResidentsWithIt() {
    BigDecimal in = MiniCity.area(MiniCity.box(4.9, -0.05, 5.1, 0.05));
    BigDecimal half = MiniCity.area(MiniCity.box(4.9, 0.05, 5.1, 0.25));

    Row west = coverage("primary-school", 15, MiniCity.WEST);

    double covered = in.doubleValue() + half.doubleValue() * (0.0009 - 0.0005) / 0.002;
    assertThat(west.<BigDecimal>getAs("residential_m2")).isEqualByComparingTo(in.add(half));
    assertThat(west.<BigDecimal>getAs("covered_m2").doubleValue()).isCloseTo(covered, within(15.0));
    double share = west.getAs("covered_share");
    assertThat(share).isCloseTo(covered / in.add(half).doubleValue(), within(0.001));
    assertThat(west.<Double>getAs("people")).isEqualTo(1000);
    assertThat(west.<Double>getAs("covered_people")).isCloseTo(1000 * share, within(1e-6));
  }

  @Test
  void whatIsNotReachedIsZeroAndResidentsThatNobodyCountedAreMissing() {
    Row east = coverage("primary-school", 15, MiniCity.EAST);
    Row whole = coverage("primary-school", 15, MiniCity.CITY);

    assertThat(east.<BigDecimal>getAs("covered_m2")).isEqualByComparingTo("0");
    assertThat(east.<Double>getAs("covered_share")).isZero();
    assertThat(east.<Double>getAs("people")).isNull();
    assertThat(east.<Double>getAs("covered_people")).isNull();
    assertThat(whole.<BigDecimal>getAs("covered_m2"))
        .isEqualByComparingTo(
            coverage("primary-school", 15, MiniCity.WEST).<BigDecimal>getAs("covered_m2"));
    assertThat(whole.<BigDecimal>getAs("residential_m2"))
        .isEqualByComparingTo(
            coverage("primary-school", 15, MiniCity.WEST)
                .<BigDecimal>getAs("residential_m2")
                .add(east.getAs("residential_m2")));
  }

  @Test
  void driversUseTheMotorwayToo() {
    List<Row> rows =
        city.rows(
            "SELECT minutes, road_length_m FROM gold_service_area WHERE service_id = 'hospital'"
                + " ORDER BY minutes");

    // From the crossing 5 minutes at 20 km/h are 1667 m each way, at 80 km/h 6667 m.
    assertThat(rows).extracting(row -> row.getInt(0)).containsExactly(5, 15, 30);
    assertThat(rows.get(0).getDouble(1)).isCloseTo(2 * 1666.67 + 6666.67, within(0.1));
    assertThat(rows.get(1).getDouble(1)).isGreaterThan(rows.get(0).getDouble(1));
  }

  /**
   * The school's reach and that of the other four, 0.01° or 808.8 m further east, share a stadium
   * that is so much shorter.
   */
  @Test
  void whatIsToLieInReachOfAllServicesLiesInEachOfTheirReaches() {
    Row common =
        city.rows(
                "SELECT facilities, area_m2, road_length_m FROM gold_service_area"
                    + " WHERE service_id = 'community-facilities' AND year = 2025")
            .get(0);

    assertThat(common.getInt(0)).isEqualTo(5);
    assertThat(common.getDecimal(1).doubleValue())
        .isCloseTo((2000 - 808.76) * 200 + Math.PI * 100 * 100, within(150.0));
    assertThat(common.isNullAt(2)).isTrue();
    assertThat(coverage("community-facilities", 15, MiniCity.WEST).<Double>getAs("covered_share"))
        .isPositive()
        .isLessThanOrEqualTo(
            coverage("primary-school", 15, MiniCity.WEST).<Double>getAs("covered_share"));
  }

  @Test
  void aYearBeforeTheRoadsAndAServiceWithoutFacilitiesHaveNoRows() {
    assertThat(
            city.rows(
                "SELECT DISTINCT service_id, year FROM gold_service_area ORDER BY service_id"))
        .extracting(Row::toString)
        .containsExactly(
            "[community-facilities,2025]",
            "[community-health,2025]",
            "[culture,2025]",
            "[elderly-care,2025]",
            "[hospital,2025]",
            "[hospital-on-foot,2025]",
            "[primary-school,2025]",
            "[sports,2025]");
  }

  @Test
  void theDepartmentIsToldOfTheSchoolWithoutRoadAndOfWhatIsMissing() {
    assertThat(issues)
        .filteredOn(issue -> issue.kind().code().equals("FACILITY_OFF_ROAD"))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.department()).isEqualTo("D08");
              assertThat(issue.file()).isEqualTo("住房/设施.shp");
              assertThat(issue.place()).isEqualTo("SS!2");
              assertThat(issue.message(Language.EN)).contains("远小", "444 m", "300 m");
            });
    assertThat(issues)
        .filteredOn(issue -> issue.kind().code().equals("FACILITIES_MISSING"))
        .hasSize(8);
  }

  @Test
  void withoutRoadsNothingIsComputedAndThatIsTold(@TempDir Path other) {
    MiniCity bare =
        new MiniCity(other)
            .parcel(2025, "in", "0701", "201", MiniCity.WEST, MiniCity.box(4.9, -0.05, 5.1, 0.05))
            .built();

    bare.run(new ServiceAreaJob());

    assertThat(bare.rows("SELECT * FROM gold_service_coverage")).isEmpty();
    assertThat(bare.issues())
        .extracting(issue -> issue.kind().code())
        .containsExactly("ROADS_MISSING");
  }

  @Test
  void withoutRoadsTablesOfAnEarlierDefinitionAreCleared(@TempDir Path other) {
    MiniCity bare =
        new MiniCity(other)
            .parcel(2025, "in", "0701", "201", MiniCity.WEST, MiniCity.box(4.9, -0.05, 5.1, 0.05))
            .built();
    String earlier =
        "CREATE TABLE gold.service_coverage (service_id STRING COMMENT '', gone INT COMMENT '')"
            + " USING delta COMMENT ''";
    new DeltaWarehouse(
            other.resolve("warehouse"),
            Map.of("gold.service_coverage", earlier),
            SharedSpark.session())
        .replace(
            "gold.service_coverage", SharedSpark.session().sql("SELECT 'x' service_id, 1 gone"));

    bare.run(new ServiceAreaJob());

    assertThat(bare.rows("SELECT * FROM gold_service_coverage")).isEmpty();
    assertThat(bare.warehouse.read("gold.service_coverage").columns())
        .contains("covered_share")
        .doesNotContain("gone");
  }

  private static Row coverage(String service, int minutes, String region) {
    return city.rows(
            "SELECT * FROM gold_service_coverage WHERE service_id = '%s' AND minutes = %d AND region_code = '%s' AND year = 2025"
                .formatted(service, minutes, region))
        .get(0);
  }

  private static void features(String rows) {
    city.warehouse.replace(
        "silver.theme_feature",
        SharedSpark.session()
            .sql(
                "SELECT theme, year, name, class_name, status, source_id,"
                    + " ST_AsBinary(ST_GeomFromText(wkt)) AS geometry, theme AS dataset,"
                    + " CAST(0 AS DECIMAL(20,2)) AS area_m2, DATE'2026-01-01' AS known_from"
                    + " FROM VALUES "
                    + rows
                    + " AS t(theme, year, name, class_name, status, source_id, wkt)"));
  }

  /** A hospital with two figures and so two rows, at the crossing with the motorway. */
  private static void entries() {
    city.warehouse.replace(
        "silver.register_entry",
        SharedSpark.session()
            .sql(
                "SELECT 'D14-01a' AS dataset, '医院' AS entry_name, '综合医院' AS category,"
                    + " 111.55D AS longitude, 43.5D AS latitude, '152501' AS region_code,"
                    + " 2025 AS year, item_code, 'h!表!2' AS source_id,"
                    + " DATE'2026-01-01' AS known_from FROM VALUES ('beds'), ('staff') AS t(item_code)"));
  }
}
