package org.planpulse.jobs.spatial;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.SharedSpark;

/**
 * A raster as tiles in a column {@code tile}, made by Sedona.
 *
 * @param noData value of cells without one
 */
public record TiledRaster(
    int columns,
    int rows,
    double west,
    double north,
    double cellWidth,
    double cellHeight,
    int epsg,
    double[] values,
    double noData) {

  /** Columns {@code tile_column, tile_row, tile}. */
  public Dataset<Row> tiles(int width, int height) {
    String cells =
        Arrays.stream(values).mapToObj(TiledRaster::literal).collect(Collectors.joining(","));
    return SharedSpark.session()
        .sql(
            String.format(
                Locale.ROOT,
                """
                SELECT RS_TileExplode(RS_AddBandFromArray(
                    RS_MakeEmptyRaster(1, 'D', %d, %d, %s, %s, %s, -%s, 0, 0, %d),
                    array(%s), 1, %s), %d, %d) AS (tile_column, tile_row, raster)
                """,
                columns,
                rows,
                literal(west),
                literal(north),
                literal(cellWidth),
                literal(cellHeight),
                epsg,
                cells,
                literal(noData),
                width,
                height))
        .selectExpr("tile_column", "tile_row", "RS_AsGeoTiff(raster, 'Deflate', 0.9) AS tile");
  }

  /** Rows of {@code silver.raster_tile} in a random order. */
  Dataset<Row> silver(String layer, String unit, int width, int height, long seed) {
    return shuffled(
        tiles(width, height)
            .selectExpr(
                "'%s' AS layer".formatted(layer),
                "2024 AS year",
                "*",
                "'EPSG:%d' AS crs".formatted(epsg),
                "'%s' AS unit".formatted(unit),
                "'R-01' AS dataset",
                "concat('file!%s!', tile_column, ',', tile_row) AS source_id".formatted(layer),
                "DATE'2026-01-01' AS known_from"),
        seed);
  }

  private static Dataset<Row> shuffled(Dataset<Row> tiles, long seed) {
    var rows = new java.util.ArrayList<>(tiles.collectAsList());
    Collections.shuffle(rows, new Random(seed));
    return SharedSpark.session().createDataFrame(rows, tiles.schema());
  }

  private static String literal(double value) {
    return value + "D";
  }
}
