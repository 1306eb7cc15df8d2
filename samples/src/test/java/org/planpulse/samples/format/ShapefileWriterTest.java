package org.planpulse.samples.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class ShapefileWriterTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

  @TempDir Path folder;

  @Test
  void namesTextsAndNumbersReadBackInGbk() throws IOException {
    Path shp = write();

    try (InputStream in = Files.newInputStream(folder.resolve("草原.dbf"));
        DBFReader reader = new DBFReader(in, GBK)) {
      DBFField area = reader.getField(1);
      assertThat(reader.getField(0).getName()).isEqualTo("名称");
      assertThat(area.getName()).isEqualTo("面积");
      assertThat(area.getLength()).isEqualTo(18);
      assertThat(area.getDecimalCount()).isEqualTo(2);
      Object[] first = reader.nextRecord();
      assertThat(first[0].toString().trim()).isEqualTo("格日勒敖都苏木");
      assertThat((BigDecimal) first[1]).isEqualByComparingTo("1234567890123.45");
      Object[] second = reader.nextRecord();
      assertThat(second[1]).isNull();
      assertThat(reader.nextRecord()).isNull();
    }
    assertThat(shp.resolveSibling("草原.cpg")).doesNotExist();
    assertThat(Files.readAllBytes(folder.resolve("草原.dbf"))[29]).isZero();
  }

  @Test
  void theHeaderHoldsLengthTypeAndBounds() throws IOException {
    ByteBuffer shp = ByteBuffer.wrap(Files.readAllBytes(write()));

    assertThat(shp.getInt(0)).isEqualTo(9994);
    assertThat(2 * shp.getInt(24)).isEqualTo(shp.capacity());
    shp.order(ByteOrder.LITTLE_ENDIAN);
    assertThat(shp.getInt(32)).isEqualTo(5);
    assertThat(shp.getDouble(36)).isEqualTo(37_500_000);
    assertThat(shp.getDouble(60)).isEqualTo(4_800_010);
  }

  @Test
  void theIndexPointsAtEveryRecord() throws IOException {
    ByteBuffer shp = ByteBuffer.wrap(Files.readAllBytes(write()));
    ByteBuffer shx = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("草原.shx")));

    assertThat(shx.capacity()).isEqualTo(100 + 2 * 8);
    for (int i = 0; i < 2; i++) {
      int offset = 2 * shx.getInt(100 + 8 * i);
      assertThat(shp.getInt(offset)).isEqualTo(i + 1);
      assertThat(shp.getInt(offset + 4)).isEqualTo(shx.getInt(104 + 8 * i));
    }
  }

  @Test
  void shellsRunClockwiseWhateverTheirDirectionWas() throws IOException {
    ByteBuffer shp = ByteBuffer.wrap(Files.readAllBytes(write())).order(ByteOrder.LITTLE_ENDIAN);
    int firstPoint = 100 + 8 + 44 + 4;

    assertThat(shp.getDouble(firstPoint)).isEqualTo(37_500_000);
    assertThat(shp.getDouble(firstPoint + 16)).isEqualTo(37_500_000);
    assertThat(shp.getDouble(firstPoint + 24)).isEqualTo(4_800_010);
  }

  @Test
  void aTextThatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> {
              try (ShapefileWriter writer =
                  new ShapefileWriter(
                      folder.resolve("a.shp"), GBK, DAY, List.of(DbfField.text("A", 3)))) {
                writer.add(square(), "二连");
              }
            })
        .hasMessageContaining("does not fit");
  }

  private Path write() throws IOException {
    Path shp = folder.resolve("草原.shp");
    List<DbfField> fields = List.of(DbfField.text("名称", 60), DbfField.number("面积", 18, 2));
    try (ShapefileWriter writer = new ShapefileWriter(shp, GBK, DAY, fields)) {
      writer.add(square(), "格日勒敖都苏木", new BigDecimal("1234567890123.45"));
      writer.add(square().reverse(), "二连浩特市", null);
    }
    return shp;
  }

  private static Polygon square() {
    return new GeometryFactory()
        .createPolygon(
            new Coordinate[] {
              new Coordinate(37_500_000, 4_800_000),
              new Coordinate(37_500_010, 4_800_000),
              new Coordinate(37_500_010, 4_800_010),
              new Coordinate(37_500_000, 4_800_010),
              new Coordinate(37_500_000, 4_800_000)
            });
  }
}
