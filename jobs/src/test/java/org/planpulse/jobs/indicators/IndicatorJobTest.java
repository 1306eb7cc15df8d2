package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

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
  static void compute() {
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
