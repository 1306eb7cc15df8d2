package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.spatial.MiniCity;

/** Farmland of 2020 as delivered on 1 January 2026, and what later runs make of it. */
class InputHistoryTest {

  private static final Geometry FIRST = box(0, 0, 4, 4);
  private static final Geometry OTHER = box(0, 0, 4, 3);

  @TempDir Path folder;

  @BeforeEach
  void first() {
    run(FIRST, "");
  }

  @Test
  void aNewerDeliveryEndsWhatTheEarlierOneSaidOnTheDayItWasReceived() {
    MiniCity city = run(OTHER, ", DATE'2026-05-01' AS known_from, 'new!L!1' AS source_id");

    assertThat(inputs(city))
        .containsExactly(
            m2(FIRST) + " 2026-01-01 2026-05-01 null file2020!DLTB",
            m2(OTHER) + " 2026-05-01 null REVISED new!L");
    assertThat(values(city))
        .containsExactly("2026-01-01 2026-05-01 null", "2026-05-01 null REVISED");
  }

  @Test
  void theSameDeliveryReadOtherwiseBeginsOnTheDayOfTheRun() {
    MiniCity city = run(OTHER, "");

    assertThat(inputs(city))
        .containsExactly(
            m2(FIRST) + " 2026-01-01 2026-10-31 null file2020!DLTB",
            m2(OTHER) + " 2026-10-31 null RECALCULATED file2020!DLTB");
    assertThat(values(city))
        .containsExactly("2026-01-01 2026-10-31 null", "2026-10-31 null RECALCULATED");
  }

  @Test
  void runningAgainChangesNothing() {
    String delivered = ", DATE'2026-05-01' AS known_from, 'new!L!1' AS source_id";
    List<String> once = inputs(run(OTHER, delivered));

    assertThat(inputs(run(OTHER, delivered))).isEqualTo(once).hasSize(2);
  }

  private static double m2(Geometry shape) {
    return area(shape).doubleValue();
  }

  private static List<String> inputs(MiniCity city) {
    return texts(
        city, "si_value, known_from, known_to, revision, source_ids[0]", "gold_indicator_input");
  }

  private static List<String> values(MiniCity city) {
    return texts(city, "known_from, known_to, revision", "gold_indicator_value");
  }

  private static List<String> texts(MiniCity city, String columns, String table) {
    return city
        .rows(
            "SELECT %s FROM %s WHERE year = 2020 AND indicator_code = 'TJ21-A-11'"
                    .formatted(columns, table)
                + " AND region_code = '%s' ORDER BY known_from".formatted(CITY))
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  private MiniCity run(Geometry farmland, String delivered) {
    MiniCity city = new MiniCity(folder).parcel(2020, "f", "0103", "", WEST, farmland).built();
    if (!delivered.isEmpty()) {
      city.rows("SELECT 1 FROM silver_land_parcel");
      city.replace(
          "silver.land_parcel",
          "SELECT * EXCEPT (known_from, source_id)" + delivered + " FROM silver_land_parcel");
    }
    city.run(new LandAreaJob());
    city.run(new IndicatorJob());
    return city;
  }
}
