package org.planpulse.jobs.ingest.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

class RasterReaderTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 260;

  @TempDir Path landing;

  private final SparkSession spark = SharedSpark.session();
  private final IssueStore issues = TestSources.issues();

  @Test
  void tilesKeepEveryCellPlaceCrsAndNodata() throws Exception {
    writeGeoTiff("样例[1]_DEM.tif");

    RasterReader.TileRows tiles = read();
    List<Row> rows = tiles.rows().collectAsList();

    assertThat(tiles.tiles()).isEqualTo(4);
    assertThat(rows).hasSize(4);
    assertThat(rows).extracting(row -> row.<String>getAs("crs")).containsOnly("EPSG:4546");
    spark
        .createDataFrame(rows, tiles.rows().schema())
        .selectExpr("tile_column", "tile_row", "RS_FromGeoTiff(tile) AS r")
        .createOrReplaceTempView("tiles_read_back");
    Row facts =
        spark
            .sql(
                "SELECT sum(RS_Width(r) * RS_Height(r)), sum(RS_Count(r, 1, true)),"
                    + " sum(aggregate(RS_BandAsArray(r, 1), 0D, (a, v) -> a + IF(v < 0, 0, v))),"
                    + " min(RS_BandNoDataValue(r, 1)), max(RS_BandNoDataValue(r, 1)),"
                    + " min(RS_UpperLeftX(r)), max(RS_UpperLeftX(r)), min(RS_UpperLeftY(r))"
                    + " FROM tiles_read_back")
            .first();
    assertThat(facts.getAs(0).toString()).isEqualTo(String.valueOf(WIDTH * HEIGHT));
    assertThat(facts.getAs(1).toString()).isEqualTo(String.valueOf(WIDTH * HEIGHT - 1));
    assertThat(facts.getDouble(2)).isEqualTo(expectedSum());
    assertThat(facts.getDouble(3)).isEqualTo(-9999);
    assertThat(facts.getDouble(4)).isEqualTo(-9999);
    assertThat(facts.getDouble(5)).isEqualTo(500_000);
    assertThat(facts.getDouble(6)).isEqualTo(500_000 + 256 * 200);
    assertThat(facts.getDouble(7)).isEqualTo(4_850_000 - 256 * 200);
    assertThat(issues.issues()).isEmpty();
  }

  @Test
  void aRasterOfAbsurdSizeIsRefusedByItsHeader() throws Exception {
    Path file = writeGeoTiff("dem.tif");
    byte[] bytes = Files.readAllBytes(file);
    patchTag(bytes, 256, 2_000_000_000);
    Files.write(file, bytes);

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            FileFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("RASTER_TOO_LARGE");
              assertThat(fault.values()).containsEntry("width", "2000000000");
            });
  }

  @Test
  void aTruncatedHeaderIsDamaged() throws Exception {
    Path file = writeGeoTiff("dem.tif");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9));

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("FILE_DAMAGED"));
  }

  @Test
  void theHeaderTellsTheExtent() throws Exception {
    TiffHeader header = TiffHeader.read(writeGeoTiff("dem.tif"));

    assertThat(header.width()).isEqualTo(WIDTH);
    assertThat(header.height()).isEqualTo(HEIGHT);
    assertThat(header.bands()).isEqualTo(1);
    assertThat(header.crs()).contains("EPSG:4546");
    assertThat(header.extent().minX()).isEqualTo(500_000);
    assertThat(header.extent().maxX()).isEqualTo(500_000 + WIDTH * 200);
    assertThat(header.extent().maxY()).isEqualTo(4_850_000);
    assertThat(header.extent().minY()).isEqualTo(4_850_000 - HEIGHT * 200);
  }

  private RasterReader.TileRows read() throws IOException, FileFault {
    Delivery delivery = TestSources.delivery(landing);
    Contract contract = TestSources.contract("D01-03", Form.RASTER, ".*", null, "EPSG:4546");
    CrsDecision crs =
        new CrsDecision(
            contract,
            TestSources.crsTexts(),
            "EPSG:4525",
            new Findings(issues, delivery, contract));
    return new RasterReader(spark, contract, crs).read(delivery);
  }

  /** Cell value = its number modulo 1000; the first cell is nodata. */
  private Path writeGeoTiff(String name) throws IOException {
    String cells =
        "transform(sequence(0, "
            + (WIDTH * HEIGHT - 1)
            + "),"
            + " i -> CAST(IF(i = 0, -9999, i % 1000) AS DOUBLE))";
    byte[] bytes =
        spark
            .sql(
                "SELECT RS_AsGeoTiff(RS_AddBandFromArray(RS_MakeEmptyRaster(1, 'F', "
                    + WIDTH
                    + ", "
                    + HEIGHT
                    + ", 500000, 4850000, 200, -200, 0, 0, 4546), "
                    + cells
                    + ", 1, -9999D))")
            .first()
            .getAs(0);
    return Files.write(landing.resolve(name), bytes);
  }

  private static double expectedSum() {
    double sum = 0;
    for (int i = 1; i < WIDTH * HEIGHT; i++) {
      sum += i % 1000;
    }
    return sum;
  }

  private static void patchTag(byte[] tiff, int tag, int value) {
    ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer file = ByteBuffer.wrap(tiff).order(order);
    int directory = file.getInt(4);
    for (int i = 0; i < file.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (file.getShort(entry) == tag) {
        file.putShort(entry + 2, (short) 4).putInt(entry + 4, 1).putInt(entry + 8, value);
      }
    }
  }
}
