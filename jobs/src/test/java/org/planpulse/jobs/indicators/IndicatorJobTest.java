package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.jobs.spatial.ZoneOverlayJob;

/**
 * Steppe with a red line in the west, a town in the east, half of it inside the growth boundary. No
 * permanent basic farmland was delivered, nor any type of growth zone.
 */
class IndicatorJobTest {

  @TempDir static Path folder;
  private static MiniCity city;

  @BeforeAll
  static void compute() throws IOException {
    Files.createDirectories(folder.resolve("handling"));
    Files.writeString(
        folder.resolve("handling/d01.yaml"),
        """
        - {warning: T-01-2020, state: closed, date: 2026-10-20, done: 已补足, by: 李四}
        - {warning: T-01-2020, state: handled, date: 2026-10-01, done: 已核查, by: 李四}
        - {warning: T-01-2002, state: handled, date: 2026-10-01, done: 已核查, by: 王五}
        - {warning: T-01-2020, state: handled, date: 2026-11-20, done: 此后之事, by: 李四}
        """);
    city =
        new MiniCity(folder)
            .parcel(2020, "s", "0401", "", WEST, box(0, 0, 4, 4))
            .parcel(2020, "t", "0701", "201", EAST, box(4, 0, 6, 2))
            .parcel(2020, "g", "0401", "", EAST, box(4, 2, 6, 4))
            .zone("STBHHX", "red", box(0, 0, 2, 2))
            .zone("CZKFBJ", "growth", box(4, 0, 5, 2))
            .built();
    city.run(new LandAreaJob());
    city.run(new ZoneOverlayJob());
    city.run(new IndicatorJob());
  }

  @Test
  void landOfAClassThatASurveyedRegionDoesNotHaveIsZero() {
    assertThat(value("EL-04", WEST)).isZero();
    assertThat(value("TJ21-A-11", CITY)).isZero();
  }

  @Test
  void landOfAClassThatAZoneDoesNotHoldIsZero() {
    assertThat(value("EL-05", CITY)).isZero();
    assertThat(value("TJ21-A-14", CITY)).isZero();
  }

  @Test
  void aZoneThatDoesNotReachARegionHasNoAreaThere() {
    assertThat(value("TJ21-A-13", EAST)).isZero();
    assertThat(value("TJ21-A-13", WEST))
        .isCloseTo(area(box(0, 0, 2, 2)).doubleValue() / 1e6, within(1e-8));
  }

  @Test
  void landOutsideABoundaryIsAllLandWhereNothingLiesInside() {
    assertThat(value("EL-07", WEST)).isZero();
    assertThat(value("EL-07", EAST))
        .isCloseTo(area(box(5, 0, 6, 2)).doubleValue() / 1e6, within(1e-7));
  }

  @Test
  void aLayerOrATypeOfZoneThatWasNotDeliveredIsMissingAndNotZero() {
    assertThat(row("EL-06", CITY))
        .satisfies(
            row -> {
              assertThat(row.isNullAt(0)).isTrue();
              assertThat(row.getString(1)).isEqualTo("MISSING");
              assertThat(row.getString(2)).isEqualTo("construction");
            });
    assertThat(row("EL-01", CITY).getString(2)).isEqualTo("zone_area");
  }

  @Test
  void brokenFloorSaysWhatWouldMendItAndWhatWasDone() {
    // no farmland, where 0.1191 (10,000 mu) must stay; half of the last digit is allowed
    Row warning =
        city.rows(
                "SELECT level, better_by, better_level, worse_by, state, done, since_year"
                    + " FROM gold_warning WHERE warning_id = 'T-01-2020'")
            .get(0);
    assertThat(warning.getString(0)).isEqualTo("red");
    assertThat(warning.getDouble(1)).isCloseTo(0.11905, within(1e-9));
    assertThat(warning.getString(2)).isEqualTo("green");
    assertThat(warning.isNullAt(3)).isTrue();
    assertThat(warning.getString(4)).isEqualTo("closed");
    assertThat(warning.getString(5)).isEqualTo("已补足");
    assertThat(warning.getInt(6)).isEqualTo(2020);
  }

  @Test
  void wordAboutAWarningThatWasNeverIssuedOrOfADayToComeIsTold() {
    assertThat(city.issues())
        .extracting(issue -> issue.kind().code(), issue -> issue.file() + issue.place())
        .containsExactly(
            tuple("WARNING_UNKNOWN", "handling/d01.yaml#3"),
            tuple("WARNING_PENDING", "handling/d01.yaml#4"));
  }

  @Test
  void everyJudgementCitesItsClause() {
    assertThat(
            city.rows(
                "SELECT target_id FROM gold_target_judgement WHERE clause_zh = '' OR year <> 2020"))
        .isEmpty();
    assertThat(
            city.rows("SELECT level FROM gold_target_judgement WHERE target_id = 'T-01'")
                .get(0)
                .getString(0))
        .isEqualTo("red");
  }

  @Test
  void aSeriesTooShortForATrendSaysSo() {
    Row trend =
        city.rows(
                "SELECT points, slope_per_year, reason FROM gold_indicator_trend"
                    + " WHERE indicator_code = 'TJ21-A-11' AND region_code = '%s'".formatted(CITY))
            .get(0);
    assertThat(trend.getInt(0)).isOne();
    assertThat(trend.isNullAt(1)).isTrue();
    assertThat(trend.getString(2)).isEqualTo("too_few_points");
  }

  private static double value(String indicator, String region) {
    return row(indicator, region).getDouble(0);
  }

  private static Row row(String indicator, String region) {
    return city.rows(
            "SELECT value, value_status, reason FROM gold_indicator_value"
                + " WHERE year = 2020 AND indicator_code = '%s' AND region_code = '%s'"
                    .formatted(indicator, region))
        .get(0);
  }
}
