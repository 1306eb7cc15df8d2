package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.MiniCity;

/** Registers, themes and services of a city with parcels of 2020, 2023 and 2025. */
class DeliveredInputsTest {

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() {
    city =
        new MiniCity(folder)
            .parcel(2020, "s", "0401", "", WEST, box(0, 0, 4, 4))
            .parcel(2023, "s", "0401", "", WEST, box(0, 0, 4, 4))
            .parcel(2025, "s", "0401", "", WEST, box(0, 0, 4, 4))
            .built();
    registers();
    themes();
    coverage();
    city.run(new LandAreaJob());
    city.run(new IndicatorJob());
  }

  /** The list of 2022 holds in 2023, that of 2024 in 2025, and none was there in 2020. */
  @Test
  void aYearTakesTheLatestListThatIsNotLater() {
    assertThat(number("TJ21-A-25", 2020)).isNull();
    assertThat(number("TJ21-A-25", 2023)).isEqualTo(2.0);
    assertThat(number("TJ21-A-25", 2025)).isEqualTo(0.0);
    assertThat(
            city.rows(
                    "SELECT input_year, si_unit, source_ids FROM gold_indicator_input"
                        + " WHERE indicator_code = 'TJ21-A-25' AND year = 2023")
                .get(0))
        .satisfies(
            row -> {
              assertThat(row.getInt(0)).isEqualTo(2022);
              assertThat(row.getString(1)).isEqualTo("处");
              assertThat(row.<String>getList(2)).containsExactly("h22!表");
            });
  }

  /** Gacha one has 60 of 100 persons with tap water and gacha two 30 of 80. */
  @Test
  void figuresOfAListAreAddedUpOnceEach() {
    assertThat(number("TJ21-C-16", 2025)).isCloseTo(50, within(1e-9));
  }

  /** Gacha two did not tell how many households it has. */
  @Test
  void aSumWithAMissingPartIsMissing() {
    assertThat(number("TJ21-D-15", 2025)).isNull();
    assertThat(row("TJ21-D-15", 2025).getString(1)).contains("households");
  }

  /** Tunnels: 1500 m built, 700 m without a state, 900 m planned. */
  @Test
  void featuresInARefusedStateDoNotCountAndThoseWithoutAStateDo() {
    assertThat(number("TJ21-D-13", 2025)).isCloseTo(2.2, within(1e-9));
  }

  @Test
  void areasOfFeaturesAreAddedUp() {
    assertThat(number("TJ21-A-15", 2025)).isCloseTo(0.03, within(1e-9));
  }

  @Test
  void theCitysShareOfLandInReachIsTaken() {
    assertThat(number("TJ21-F-13", 2025)).isCloseTo(62.5, within(1e-9));
  }

  /** Of the villages 201, 202 and 301, two have at least half of their homes in reach. */
  @Test
  void regionsCountWhenHalfOfTheirLandIsInReach() {
    assertThat(number("TJ21-C-14", 2025)).isCloseTo(200 / 3.0, within(1e-9));
  }

  @Test
  void whatIsNotComputedSaysWhy() {
    assertThat(number("TJ21-F-24", 2025)).isNull();
    assertThat(row("TJ21-F-24", 2025).getString(1)).startsWith("资料清单无咖啡馆");
  }

  private static Double number(String indicator, int year) {
    Row row = row(indicator, year);
    return row.isNullAt(0) ? null : row.getDouble(0);
  }

  private static Row row(String indicator, int year) {
    return city.rows(
            "SELECT value, reason FROM gold_indicator_value WHERE year = %d".formatted(year)
                + " AND indicator_code = '%s' AND region_code = '%s'".formatted(indicator, CITY))
        .get(0);
  }

  private static void registers() {
    city.replace(
        "silver.register_entry",
        """
        SELECT dataset, entry_name, status, region_code, year, item_code, si_value,
               'person' AS si_unit, source_id, DATE'2026-01-01' AS known_from
        FROM VALUES
          ('D13-01b', '一', '已治理', '%1$s', 2022, 'threatened_people', 3D, 'h22!表!2'),
          ('D13-01b', '一', '已治理', '%1$s', 2022, 'threatened_property', 9D, 'h22!表!2'),
          ('D13-01b', '二', '已销号', '%1$s', 2022, 'threatened_people', 3D, 'h22!表!3'),
          ('D13-01b', '三', '监测中', '%1$s', 2022, 'threatened_people', 3D, 'h22!表!4'),
          ('D13-01b', '四', '监测中', '%1$s', 2024, 'threatened_people', 3D, 'h24!表!2'),
          ('D18-01a', '嘎查一', NULL, '%1$s', 2025, 'gacha_residents', 100D, 'g!表!2'),
          ('D18-01a', '嘎查一', NULL, '%1$s', 2025, 'gacha_tap_water_users', 60D, 'g!表!2'),
          ('D18-01a', '嘎查一', NULL, '%1$s', 2025, 'gacha_households', 40D, 'g!表!2'),
          ('D18-01a', '嘎查一', NULL, '%1$s', 2025, 'gacha_waste_households', 20D, 'g!表!2'),
          ('D18-01a', '嘎查二', NULL, '%2$s', 2025, 'gacha_residents', 80D, 'g!表!3'),
          ('D18-01a', '嘎查二', NULL, '%2$s', 2025, 'gacha_tap_water_users', 30D, 'g!表!3'),
          ('D18-01a', '嘎查二', NULL, '%2$s', 2025, 'gacha_households', NULL, 'g!表!3'),
          ('D18-01a', '嘎查二', NULL, '%2$s', 2025, 'gacha_waste_households', 10D, 'g!表!3')
          AS t(dataset, entry_name, status, region_code, year, item_code, si_value, source_id)
        """
            .formatted(WEST, EAST));
  }

  private static void themes() {
    city.replace(
        "silver.theme_feature",
        """
        SELECT dataset AS theme, status, CAST(area AS DECIMAL(20,2)) AS area_m2,
               metres AS length_m, CAST('' AS BINARY) AS geometry, dataset,
               dataset || '!L!1' AS source_id, DATE'2026-01-01' AS known_from
        FROM VALUES
          ('D08-03v', '已建成', 0, 1500D), ('D08-03v', NULL, 0, 700D), ('D08-03v', '规划', 0, 900D),
          ('A-18', NULL, 10000, NULL), ('A-18', NULL, 20000, NULL),
          ('A-06', '使用', 0, NULL), ('A-07', '通车', 0, 9D)
          AS t(dataset, status, area, metres)
        """);
  }

  private static void coverage() {
    city.replace(
        "gold.service_coverage",
        """
        SELECT service_id, minutes, region_code, 2025 AS year,
               CAST(100 AS DECIMAL(20,2)) AS residential_m2,
               CAST(100 * share AS DECIMAL(20,2)) AS covered_m2, share AS covered_share
        FROM VALUES
          ('primary-school', 10, '%1$s', 0.625D), ('primary-school', 15, '%1$s', 0.75D),
          ('primary-school', 10, '%2$s', 0.9D),
          ('hospital', 30, '%1$s', 0.8D), ('hospital', 30, '152501200', 0.6D),
          ('hospital', 30, '152501200201', 0.5D), ('hospital', 30, '152501200202', 0.4D),
          ('hospital', 30, '152501200301', 1.0D), ('hospital', 30, '152501400001', 0.0D)
          AS t(service_id, minutes, region_code, share)
        """
            .formatted(CITY, WEST));
  }
}
