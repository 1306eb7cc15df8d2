package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.LastRun;

/** What is brought up to date is what a full run gives, and only what changed is overlaid. */
class ZoneLandUpdateTest {

  private static final int SIDE = 10;
  private static final Geometry RED_LINE = box(0.33, 0.27, 2.61, 3.14);
  private static final Geometry TOWN = box(5.5, 5.5, 7.2, 7.2);

  @TempDir private Path folder;

  @Test
  void parcelsThatCameWentOrStandTwiceAreOverlaidAndNoOthers() {
    MiniCity before = zoned().parcel(2020, "old", "0301", "", WEST, box(1, 1, 2, 2));
    MiniCity after =
        zoned()
            .parcel(2021, "new", "0701", "201", EAST, box(10, 0, 11.5, 2.5))
            .parcel(2021, "ridged", "0103", "", WEST, box(-1, 0, 0.5, 3), 0.1)
            .parcel(2020, "again", "0401", "", WEST, box(2, 2, 3, 3));
    assertThat(update(before, after)).containsEntry("overlaid", 4L).containsEntry("parcels", 203L);

    JobResult unchanged = after.runAfter(after.versions(), new ZoneOverlayJob());
    assertThat(unchanged.counts()).containsEntry("overlaid", 0L);
  }

  @Test
  void changedZonesTouchParcelsNearThemOnlyAndLeaveNoRowWhenTheyAreGone() {
    MiniCity before = zoned().zone("JBCY", "steppe", box(0.2, 8.1, 0.8, 9.8));
    MiniCity after =
        new MiniCity(folder)
            .zone("STBHHX", "red", RED_LINE)
            .zone("CZKFBJ", "town", box(5.5, 5.5, 8.3, 7.2));
    // Of a hundred cells the wider town meets twelve and the steppe two, in each of two years.
    assertThat(update(before, after)).containsEntry("overlaid", 28L);
    assertThat(after.rows("SELECT DISTINCT zone_layer FROM gold_zone_land_area ORDER BY 1"))
        .extracting(row -> row.getString(0))
        .containsExactly("CZKFBJ", "STBHHX");
  }

  @Test
  void aShapeThatIsDeliveredTwiceOrServesTwoGroupsIsOverlaidOnce() {
    Dataset<Row> homes =
        SharedSpark.session()
            .sql(
                """
                SELECT *, 10.00BD AS area_m2, X'00' AS geometry, 'h' AS geometry_hash,
                       0D AS minx, 0D AS miny, 1D AS maxx, 1D AS maxy
                FROM VALUES ('town', 2025, 'D01-01', 'f!DLTB!1', '1'),
                            ('town', 2025, 'D01-01', 'f!DLTB!2', '2'),
                            ('town', 2024, 'D01-01', 'e!DLTB!1', '1'),
                            ('all', 2025, 'D01-01', 'f!DLTB!1', '1')
                     AS row(group_id, year, dataset, source_id, bsm)
                """);

    assertThat(ZoneLand.shapes(homes).collectAsList()).hasSize(1);
  }

  @Test
  void whenNearlyAHalfIsNewAllIsOverlaid() {
    MiniCity after = zoned();
    for (int column = 0; column < 15; column++) {
      for (int y = 0; y < SIDE; y++) {
        Geometry half = box(column / 2.0, y, (column + 1) / 2.0, y + 1);
        after.parcel(2022, column + "/" + y, "0301", "", EAST, half);
      }
    }
    assertThat(update(zoned(), after))
        .containsEntry("overlaid", 350L)
        .containsEntry("parcels", 350L);
  }

  private MiniCity zoned() {
    return new MiniCity(folder).zone("STBHHX", "red", RED_LINE).zone("CZKFBJ", "town", TOWN);
  }

  /** Runs in full, changes the city, brings it up to date, and compares with a full run. */
  private static Map<String, Long> update(MiniCity before, MiniCity after) {
    grid(before).built().run(new ZoneOverlayJob());
    LastRun last = before.versions();
    grid(after).built();
    JobResult updated = after.runAfter(last, new ZoneOverlayJob());
    List<Row> rows = sorted(after);
    after.run(new ZoneOverlayJob());
    assertThat(rows).isNotEmpty().isEqualTo(sorted(after));
    return updated.counts();
  }

  private static List<Row> sorted(MiniCity city) {
    return city.rows("SELECT * FROM gold_zone_land_area ORDER BY ALL");
  }

  private static MiniCity grid(MiniCity city) {
    for (int year = 2020; year <= 2021; year++) {
      for (int x = 0; x < SIDE; x++) {
        for (int y = 0; y < SIDE; y++) {
          String unit = x < SIDE / 2 ? WEST : EAST;
          city.parcel(year, x + "-" + y, "0401", "", unit, box(x, y, x + 1, y + 1));
        }
      }
    }
    return city;
  }
}
