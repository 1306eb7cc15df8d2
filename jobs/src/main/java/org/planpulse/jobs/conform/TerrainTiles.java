package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.regexp_replace;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.geotools.api.referencing.FactoryException;
import org.planpulse.jobs.geometry.ReferenceSystem;
import org.planpulse.jobs.geometry.Terrain;
import org.planpulse.schemas.codelist.RasterLayer;

/**
 * Slope and aspect of the tiles of height models. Each tile meets the eight around it in the same
 * file, so that the seams between tiles do not show; a file's own rim has no neighbours.
 */
final class TerrainTiles implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final StructType TILE =
      StructType.fromDDL(
          "dataset STRING, layer STRING, year INT, tile_column INT, tile_row INT, crs STRING,"
              + " unit STRING, tile BINARY, source_id STRING, known_from DATE");

  private final ArrayList<Derivation> derivations = new ArrayList<>();

  private TerrainTiles(Iterable<RasterLayer> layers) {
    for (RasterLayer layer : layers) {
      if (layer.terrain() != null) {
        derivations.add(Derivation.of(layer));
      }
    }
  }

  /**
   * @param tiles columns of {@code silver.raster_tile}
   * @param layers those with a terrain are derived
   * @return rows for {@code silver.raster_tile}; their source is the tile of heights they come from
   */
  static Dataset<Row> of(Dataset<Row> tiles, Iterable<RasterLayer> layers) {
    TerrainTiles terrain = new TerrainTiles(layers);
    Object[] heights = terrain.derivations.stream().map(Derivation::heights).distinct().toArray();
    tiles
        .where(tiles.col("layer").isin(heights))
        .withColumn("file", regexp_replace(tiles.col("source_id"), "![^!]*$", ""))
        .createOrReplaceTempView("height_tile");
    return tiles
        .sparkSession()
        .sql(
            """
            WITH sent AS (
              SELECT *, tile_column + right AS to_column, tile_row + down AS to_row
              FROM height_tile LATERAL VIEW explode(array(-1, 0, 1)) AS right
                               LATERAL VIEW explode(array(-1, 0, 1)) AS down
            ), met AS (
              SELECT file, to_column AS tile_column, to_row AS tile_row,
                     first(dataset) AS dataset, first(layer) AS layer, first(year) AS year,
                     first(crs) AS crs, first(known_from) AS known_from,
                     max(CASE WHEN right = 0 AND down = 0 THEN source_id END) AS source_id,
                     collect_list(struct(-right AS right, -down AS down, tile)) AS around
              FROM sent GROUP BY file, to_column, to_row
            )
            SELECT * FROM met WHERE source_id IS NOT NULL
            """)
        .flatMap(terrain, Encoders.row(TILE));
  }

  @Override
  public Iterator<Row> call(Row place) throws IOException, FactoryException {
    TileNeighbours tiles = new TileNeighbours(place.getList(place.fieldIndex("around")));
    Terrain terrain =
        new Terrain(tiles, tiles.grid(), ReferenceSystem.isGeographic(place.getAs("crs")));
    List<Row> rows = new ArrayList<>();
    for (Derivation derivation : derivations) {
      if (derivation.heights().equals(place.getAs("layer"))) {
        double[] derived =
            terrain.derive(derivation.measure(), tiles.grid().window(), derivation.decimals());
        rows.add(row(place, derivation, tiles.middle().with(derived)));
      }
    }
    return rows.iterator();
  }

  private static Row row(Row place, Derivation derivation, byte[] tile) {
    return RowFactory.create(
        place.getAs("dataset"),
        derivation.layer(),
        place.getAs("year"),
        place.getAs("tile_column"),
        place.getAs("tile_row"),
        place.getAs("crs"),
        derivation.unit(),
        tile,
        place.getAs("source_id"),
        place.getAs("known_from"));
  }

  /** What of a raster layer is sent to every task. */
  private record Derivation(
      String heights, String layer, Terrain.Measure measure, int decimals, String unit)
      implements Serializable {

    static Derivation of(RasterLayer layer) {
      RasterLayer.Terrain terrain = layer.terrain();
      return new Derivation(
          terrain.of(),
          layer.id(),
          Terrain.Measure.valueOf(terrain.measure().name()),
          terrain.decimals(),
          terrain.unit());
    }
  }
}
