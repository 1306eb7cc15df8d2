package org.planpulse.jobs.ingest.raster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.geotools.api.referencing.FactoryException;
import org.planpulse.jobs.geometry.ReferenceSystem;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.schemas.contract.Contract;

/** Cuts GeoTIFF files into square tiles that are GeoTIFF files themselves. */
public final class RasterReader {

  /** Edge of a tile in cells; the last column and row of tiles may be narrower. */
  public static final int TILE = 256;

  /** One executor decodes a raster as a whole: 1 GiB of cells. */
  private static final long MAX_BYTES = 1L << 30;

  private final SparkSession spark;
  private final Contract contract;
  private final CrsDecision crs;

  public RasterReader(SparkSession spark, Contract contract, CrsDecision crs) {
    this.spark = spark;
    this.contract = contract;
    this.crs = crs;
  }

  /**
   * Tiles of one raster.
   *
   * @param rows dataset, source_key, tile_column, tile_row, crs, tile; not computed yet
   */
  public record TileRows(Dataset<Row> rows, long tiles) {}

  /**
   * @throws FileFault when the header is damaged, the raster too large or its CRS unknown
   */
  public TileRows read(Delivery delivery) throws IOException, FileFault {
    TiffHeader header = TiffHeader.read(delivery.path());
    checkSize(header);
    String epsg = crs.decide("", header.crs(), header.extent());
    checkDatum(epsg);
    Dataset<Row> rows =
        spark
            .read()
            .format("binaryFile")
            .load(escaped(delivery.path().toString()))
            .select(
                expr(
                    "RS_TileExplode(RS_FromGeoTiff(content), "
                        + TILE
                        + ", "
                        + TILE
                        + ") AS (tile_column, tile_row, tile)"))
            .select(
                lit(contract.id()).as("dataset"),
                lit(delivery.sourceKey()).as("source_key"),
                col("tile_column"),
                col("tile_row"),
                lit(epsg).as("crs"),
                expr("RS_AsGeoTiff(tile, 'Deflate', 0.9)").as("tile"));
    return new TileRows(rows, tiles(header.width()) * tiles(header.height()));
  }

  private static void checkSize(TiffHeader header) throws FileFault {
    double bytes = (double) header.width() * header.height() * header.bands() * header.bits() / 8;
    if (bytes > MAX_BYTES) {
      throw new FileFault(
          "RASTER_TOO_LARGE",
          Map.of(
              "width", String.valueOf(header.width()),
              "height", String.valueOf(header.height()),
              "bands", String.valueOf(header.bands())));
    }
    if (!header.whole()) {
      throw new FileFault("FILE_DAMAGED", Map.of("detail", "TIFF cells"));
    }
  }

  /** Cells cannot be moved to another datum without changing them. */
  private static void checkDatum(String crs) throws FileFault {
    try {
      if (ReferenceSystem.isModern(ReferenceSystem.of(crs))) {
        return;
      }
    } catch (FactoryException e) {
      throw new FileFault("RASTER_CRS_UNSUPPORTED", Map.of("crs", crs), e);
    }
    throw new FileFault("RASTER_CRS_UNSUPPORTED", Map.of("crs", crs));
  }

  private static long tiles(long cells) {
    return (cells + TILE - 1) / TILE;
  }

  /** Spark takes these characters of a path for wildcards. */
  private static String escaped(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}
