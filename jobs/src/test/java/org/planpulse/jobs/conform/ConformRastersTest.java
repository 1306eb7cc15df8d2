package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.spatial.TiledRaster;

class ConformRastersTest {

  private static final int COLUMNS = 23;
  private static final int ROWS = 17;
  private static final double NO_DATA = -9999;

  @TempDir Path folder;

  @Test
  void aPlaneOfTenPercentHasOneSlopeAndOneAspectAcrossAllTiles() throws IOException {
    double[] heights = new double[COLUMNS * ROWS];
    Arrays.setAll(heights, i -> 900 + 3 * (i % COLUMNS));
    ConformFixture fixture = conformed(heights, 8);

    assertThat(stitched(fixture, "slope")).containsOnly(5.71);
    assertThat(stitched(fixture, "aspect")).containsOnly(270);
    assertThat(stitched(fixture, "dem")).isEqualTo(heights);
  }

  @Test
  void derivedTilesNameTheirUnitAndTheTileTheyComeFrom() {
    ConformFixture fixture = conformed(new double[COLUMNS * ROWS], 8);
    List<Row> tiles = fixture.rows("silver.raster_tile", "layer", "tile_row", "tile_column");
    assertThat(tiles).hasSize(3 * 9);
    assertThat(tiles.stream().filter(tile -> tile.getAs("layer").equals("slope")))
        .hasSize(9)
        .allSatisfy(
            tile -> {
              assertThat(tile.<String>getAs("unit")).isEqualTo("°");
              assertThat(tile.<String>getAs("crs")).isEqualTo("EPSG:4546");
              assertThat(tile.<String>getAs("dataset")).isEqualTo("D01-03");
              assertThat(tile.<String>getAs("source_id"))
                  .isEqualTo(
                      "dem.tif!dem!%d,%d"
                          .formatted(
                              tile.<Integer>getAs("tile_column"), tile.<Integer>getAs("tile_row")));
            });
  }

  @Test
  void seamsBetweenTilesDoNotShow() throws IOException {
    double[] heights = new double[COLUMNS * ROWS];
    Arrays.setAll(heights, i -> i % 31 == 7 ? NO_DATA : 900 + i * i % 97);
    ConformFixture whole = conformed(heights, 256);
    double[] slopes = stitched(whole, "slope");
    double[] aspects = stitched(whole, "aspect");
    assertThat(slopes[7]).isNaN();
    assertThat(Arrays.stream(slopes).filter(Double::isNaN).count()).isEqualTo(13);
    ConformFixture tiled = conformed(heights, 5);
    assertThat(stitched(tiled, "slope")).isEqualTo(slopes);
    assertThat(stitched(tiled, "aspect")).isEqualTo(aspects);
  }

  private ConformFixture conformed(double[] heights, int tile) {
    ConformFixture fixture = new ConformFixture(folder);
    fixture.file("dem.tif", "D01-03", null, "2026-09-01");
    for (Row row :
        new TiledRaster(COLUMNS, ROWS, 560_000, 4_830_000, 30, 20, 4546, heights, NO_DATA)
            .tiles(tile, tile)
            .collectAsList()) {
      fixture.add(
          "bronze.tile",
          Map.of("dataset", "D01-03", "source_key", "dem.tif", "crs", "EPSG:4546"),
          Map.of(
              "tile_column", row.getInt(0),
              "tile_row", row.getInt(1),
              "tile", row.<byte[]>getAs(2)));
    }
    fixture.run(new ConformRasters());
    return fixture;
  }

  /** The values of a layer's tiles, put together by where they lie. */
  private static double[] stitched(ConformFixture fixture, String layer) throws IOException {
    double[] values = new double[COLUMNS * ROWS];
    for (Row row : fixture.rows("silver.raster_tile", "layer")) {
      if (row.getAs("layer").equals(layer)) {
        GeoTiffTile tile = GeoTiffTile.of(row.getAs("tile"));
        RasterGrid grid = tile.grid();
        int column = (int) Math.round((grid.west() - 560_000) / 30);
        int top = (int) Math.round((4_830_000 - grid.north()) / 20);
        for (int i = 0; i < tile.values().length; i++) {
          values[(top + i / grid.columns()) * COLUMNS + column + i % grid.columns()] =
              tile.values()[i];
        }
      }
    }
    return values;
  }
}
