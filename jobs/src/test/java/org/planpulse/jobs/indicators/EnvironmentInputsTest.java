package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.MiniCity;

/** Air and water of a city: days in 2025, hours in 2023, samples of two sections in 2025. */
class EnvironmentInputsTest {

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() {
    city = new MiniCity(folder).parcel(2025, "s", "0401", "", WEST, box(0, 0, 4, 4)).built();
    city.replace("silver.observation", observations());
    city.run(new LandAreaJob());
    city.run(new IndicatorJob());
  }

  /** Ozone is 1 to 365 ug/m3 over the year: rank 1 + 364 x 0.9. */
  @Test
  void aPollutantHasTheFigureThatStandsForItsYear() {
    assertThat(value("EL-31", 2025)).isCloseTo(328.6, within(1e-9));
    assertThat(value("EL-32", 2025)).as("mg/m3").isCloseTo(1, within(1e-9));
  }

  /** Ozone is good up to 160; fine particles are 60 up to day 100 and 70 after it. */
  @Test
  void eachEditionCountsItsOwnGoodDays() {
    assertThat(value("EL-33", 2025)).isCloseTo(100 * 160 / 365.0, within(1e-9));
    assertThat(value("EL-34", 2025)).isCloseTo(100 * 100 / 365.0, within(1e-9));
  }

  /** The first of January has 24 hours, the second 19; no mean stands for a year of so few days. */
  @Test
  void hoursMakeADayOnlyWhenThereAreEnoughOfThem() {
    assertThat(value("EL-33", 2023)).isEqualTo(100);
    assertThat(input("EL-33", "measured", 2023)).isEqualTo(1);
    assertThat(input("EL-31", "ozone", 2023)).isNull();
  }

  /**
   * The first section's means keep class I, the oxygen demand of the second is (18 + 26) / 2; of
   * the third only the pH is known.
   */
  @Test
  void aSectionIsClassedByTheMeansOfItsYear() {
    assertThat(value("EL-35", 2025)).isEqualTo(50);
    assertThat(input("EL-35", "monitored", 2025)).isEqualTo(2);
  }

  @Test
  void anInputNamesTheFilesItsReadingsCameFrom() {
    Row row =
        city.rows(
                "SELECT source_ids, source_rows, si_unit FROM gold_indicator_input WHERE input ="
                    + " 'good' AND indicator_code = 'EL-33' AND year = 2025")
            .get(0);
    assertThat(row.<String>getList(0)).containsExactly("air!表");
    assertThat(row.getLong(1)).isEqualTo(6 * 365);
    assertThat(row.getString(2)).isEqualTo("d");
  }

  private static Double value(String indicator, int year) {
    return number(
        "SELECT value FROM gold_indicator_value WHERE indicator_code = '%s' AND year = %d"
            .formatted(indicator, year));
  }

  private static Double input(String indicator, String input, int year) {
    return number(
        "SELECT si_value FROM gold_indicator_input WHERE indicator_code = '%s' AND input = '%s'"
                .formatted(indicator, input)
            + " AND year = "
            + year);
  }

  private static Double number(String sql) {
    Row row = city.rows(sql + " AND region_code = '" + CITY + "'").get(0);
    return row.isNullAt(0) ? null : row.getDouble(0);
  }

  private static String observations() {
    return """
        WITH day AS (
          SELECT explode(sequence(DATE'2025-01-01', DATE'2025-12-31')) AS observed_on
        ), hour AS (
          SELECT day AS observed_on, explode(sequence(0, last)) AS observed_hour
          FROM VALUES (DATE'2023-01-01', 23), (DATE'2023-01-02', 18) AS hours(day, last)
        ), item AS (
          SELECT * FROM VALUES ('so2', 1D), ('no2', 1D), ('pm10', 1D), ('co', 1000D), ('pm25', 60D),
            ('o3', 1D) AS items(item_code, usual)
        ), reading AS (
          SELECT 'A' AS site_code, observed_on, CAST(NULL AS INT) AS observed_hour, item_code,
                 CASE WHEN item_code = 'o3' THEN CAST(dayofyear(observed_on) AS DOUBLE)
                      WHEN item_code = 'pm25' AND dayofyear(observed_on) > 100 THEN 70D
                      ELSE usual END AS si_value, 'ug/m3' AS si_unit, 'air!表!1' AS source_id
          FROM day CROSS JOIN item
          UNION ALL
          SELECT 'A', observed_on, observed_hour, item_code, usual, 'ug/m3', 'hours!表!1'
          FROM hour CROSS JOIN item
          UNION ALL
          SELECT site, DATE'2025-06-01' + sample, NULL, item, value, 'mg/L', 'water!表!1'
          FROM VALUES ('S1', 1, 'section_cod', 15D), ('S1', 2, 'section_cod', 14D),
            ('S1', 1, 'section_nh3n', 0.0125D), ('S1', 1, 'section_ph', 7D),
            ('S1', 1, 'section_do', 8D), ('S1', 1, 'section_codmn', 2D),
            ('S1', 1, 'section_tp', 0.02D), ('S3', 1, 'section_ph', 7D),
            ('S2', 1, 'section_cod', 18D),
            ('S2', 2, 'section_cod', 26D), ('S2', 2, 'section_tn', 90D)
            AS samples(site, sample, item, value)
        )
        SELECT *, year(observed_on) AS year, '%s' AS region_code, 'OK' AS value_status,
               'D03-04a' AS dataset, DATE'2026-01-20' AS known_from FROM reading
        """
        .formatted(CITY);
  }
}
