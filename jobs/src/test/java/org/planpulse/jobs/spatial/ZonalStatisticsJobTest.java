package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two units of 4 x 4 and 2 x 4 hundredths of a degree under rasters of oblong cells, 0.005° wide
 * and 0.01° high: 8 x 4 cells in the west, 4 x 4 in the east, and one column of each unit's border
 * is not on a cell's edge.
 */
class ZonalStatisticsJobTest {

  private static final double NO_DATA = -9999;

  @TempDir static Path folder;
  private static MiniCity city;

  /** From 0.25 hundredths west of the city: each border of a unit halves a cell. */
  private static TiledRaster raster(double... values) {
    return new TiledRaster(14, 5, 111.4975, 43.54, 0.005, 0.01, 4490, values, NO_DATA);
  }

  private static double[] columns() {
    double[] values = new double[70];
    Arrays.setAll(values, i -> i % 14);
    return values;
  }

  private static double[] codes() {
    double[] values = new double[70];
    Arrays.setAll(values, i -> i % 14 < 5 ? 41 : i / 14 == 3 ? NO_DATA : 52);
    return values;
  }

  @BeforeAll
  static void compute() {
    city =
        new MiniCity(folder)
            .outline(WEST, box(0, 0, 4, 4))
            .outline(EAST, box(4, 0, 6, 4))
            .zone("STBHHX", "red", box(3.25, 1, 5.25, 2))
            .built();
    run(256, 1);
  }

  private static void run(int tile, long seed) {
    city.warehouse.replace(
        "silver.raster_tile",
        raster(columns())
            .silver("ndvi", "1", tile, tile, seed)
            .unionByName(raster(codes()).silver("cover", "1", tile, tile, seed)));
    city.run(new ZonalStatisticsJob());
  }

  /** The west covers half of column 0, columns 1 to 7 and half of column 8; rows 0 to 3. */
  @Test
  void meansSumsAndExtremesWeighHalvesAsHalves() {
    Row west = statistic("ndvi", "", WEST);
    assertThat(west.<Double>getAs("mean")).isEqualTo((28 + 4) / 8.0, within(1e-8));
    assertThat(west.<Double>getAs("value_sum")).isEqualTo(4 * (28 + 4.0), within(1e-6));
    assertThat(west.<Double>getAs("min_value")).isEqualTo(0);
    assertThat(west.<Double>getAs("max_value")).isEqualTo(8);
    assertThat(west.<Double>getAs("covered_cells")).isEqualTo(32, within(1e-7));
    assertThat(west.<Double>getAs("total_cells")).isEqualTo(32, within(1e-7));
    assertThat(west.<String>getAs("unit")).isEqualTo("1");
  }

  @Test
  void everyLevelHasTheCellsOfItsUnits() {
    assertThat(statistic("ndvi", "", "152501200").<Double>getAs("mean"))
        .isEqualTo(statistic("ndvi", "", WEST).<Double>getAs("mean"));
    Row whole = statistic("ndvi", "", CITY);
    assertThat(whole.<Double>getAs("covered_cells")).isEqualTo(48, within(1e-7));
    assertThat(whole.<Double>getAs("mean")).isEqualTo((66 + 6) / 12.0, within(1e-8));
    assertThat(whole.<BigDecimal>getAs("area_m2"))
        .isEqualTo(
            statistic("ndvi", "", WEST)
                .<BigDecimal>getAs("area_m2")
                .add(statistic("ndvi", "", EAST).getAs("area_m2")));
  }

  /** Up to 4 in the west: 0 is half a cell, 1 to 4 are four: 4.5 of 8 columns. */
  @Test
  void quantilesAreTheValueAtWhichTheSharesReachTheOrder() {
    assertThat(statistic("ndvi", "", WEST).<String, Double>getJavaMap(quantiles()))
        .containsOnly(
            entry("0.05", 0.0),
            entry("0.25", 2.0),
            entry("0.5", 4.0),
            entry("0.75", 6.0),
            entry("0.95", 8.0));
  }

  private static int quantiles() {
    return city.warehouse.read("gold.raster_zone_stat").schema().fieldIndex("quantiles");
  }

  @Test
  void aControlZoneIsCountedByUnit() {
    Row west = statistic("ndvi", "STBHHX", WEST);
    assertThat(west.<String>getAs("zone_id")).isEqualTo("red");
    // 3.25 to 4 hundredths: columns 7 and half of 8, one row
    assertThat(west.<Double>getAs("covered_cells")).isEqualTo(1.5, within(1e-7));
    assertThat(west.<Double>getAs("mean")).isEqualTo(11 / 1.5, within(1e-7));
    assertThat(statistic("ndvi", "STBHHX", CITY).<Double>getAs("covered_cells"))
        .isEqualTo(4, within(1e-7));
  }

  @Test
  void aLayerThatDoesNotAskForControlZonesIsNotCountedInThem() {
    assertThat(
            city.rows(
                "SELECT * FROM gold_raster_zone_stat WHERE layer = 'cover' AND zone_layer <> ''"))
        .isEmpty();
  }

  /** The area of the cells in a unit is that of the unit: its edges are parallels and meridians. */
  @Test
  void areasAreThoseOfTheEllipsoidAndTheBooksClose() {
    assertThat(statistic("ndvi", "", WEST).<BigDecimal>getAs("area_m2"))
        .isCloseTo(
            MiniCity.area(box(0, 0, 4, 4)),
            org.assertj.core.data.Offset.offset(new BigDecimal("0.02")));
    assertThat(
            city.rows(
                """
                WITH account AS (
                  SELECT layer, year, zone_layer, zone_id, region_code, sum(area_m2) AS lines_m2,
                         sum(cells) AS cells,
                         sum(CASE WHEN entry <> 'no_data' THEN cells END) AS covered
                  FROM gold_raster_zone_histogram GROUP BY ALL
                )
                SELECT * FROM account FULL OUTER JOIN gold_raster_zone_stat
                  USING (layer, year, zone_layer, zone_id, region_code)
                WHERE NOT lines_m2 <=> area_m2 OR NOT abs(cells - total_cells) < 1e-9
                   OR NOT abs(covered - covered_cells) < 1e-9
                """))
        .isEmpty();
    assertThat(
            city.rows(
                """
                WITH level AS (
                  SELECT parent_code, layer, zone_layer, entry, class_value, up_to,
                         sum(part.area_m2) AS area_m2
                  FROM gold_raster_zone_histogram part JOIN silver_admin_unit USING (region_code)
                  WHERE parent_code IS NOT NULL GROUP BY ALL
                )
                SELECT * FROM level JOIN gold_raster_zone_histogram whole
                ON whole.region_code = parent_code AND whole.layer = level.layer
                   AND whole.zone_layer = level.zone_layer AND whole.entry = level.entry
                   AND whole.class_value <=> level.class_value AND whole.up_to <=> level.up_to
                WHERE whole.area_m2 <> level.area_m2
                """))
        .isEmpty();
  }

  @Test
  void binsComeFromTheListOfLayers() {
    assertThat(
            city.rows(
                "SELECT above, up_to, cells FROM gold_raster_zone_histogram WHERE layer = 'ndvi'"
                    + " AND zone_layer = '' AND region_code = '%s' ORDER BY 1".formatted(WEST)))
        .extracting(row -> row.get(0), row -> row.get(1))
        .containsExactly(tuple(null, 0.0), tuple(0.8, null));
  }

  @Test
  void tilesOfAnotherSizeInAnotherOrderGiveTheSameDigits() {
    List<List<Row>> before = tables();
    for (int tile : new int[] {5, 3}) {
      run(tile, tile);
      assertThat(tables()).isEqualTo(before);
    }
  }

  private static List<List<Row>> tables() {
    return List.of(
        city.rows("SELECT * FROM gold_raster_zone_stat ORDER BY layer, zone_layer, region_code"),
        city.rows("SELECT * FROM gold_raster_zone_histogram ORDER BY ALL"));
  }

  private static Row statistic(String layer, String zoneLayer, String region) {
    List<Row> rows =
        city.rows(
            "SELECT * FROM gold_raster_zone_stat WHERE layer = '%s' AND zone_layer = '%s' AND region_code = '%s'"
                .formatted(layer, zoneLayer, region));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
