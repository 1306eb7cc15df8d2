package org.planpulse.samples.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.samples.format.GeoPackageWriter.Feature;

class GeoPackageWriterTest {

  private static final Geometry SQUARE =
      new GeometryFactory().toGeometry(new Envelope(111.5, 112, 43, 43.5));

  @TempDir Path folder;

  @Test
  void theLayerIsRegisteredAndItsFeaturesReadBack() throws Exception {
    Path file = write("a.gpkg");

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      ResultSet layer =
          statement.executeQuery(
              "SELECT c.data_type, c.last_change, c.max_x, g.column_name, s.organization,"
                  + " s.organization_coordsys_id FROM gpkg_contents c JOIN gpkg_geometry_columns g"
                  + " USING (table_name) JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id");
      assertThat(layer.next()).isTrue();
      assertThat(layer.getString(1)).isEqualTo("features");
      assertThat(layer.getString(2)).isEqualTo("2024-03-29T00:00:00.000Z");
      assertThat(layer.getDouble(3)).isEqualTo(112);
      assertThat(layer.getString(5) + layer.getInt(6)).isEqualTo("EPSG4490");
      ResultSet features = statement.executeQuery("SELECT geom, BSM, MJ FROM STBHHX");
      assertThat(features.next()).isTrue();
      assertGeometry(features.getBytes(1));
      assertThat(features.getString(2)).isEqualTo("152501000000000001");
      assertThat(features.getDouble(3)).isEqualTo(2_255_540_783.01);
    }
  }

  @Test
  void theFileCarriesTheGeoPackageApplicationId() throws Exception {
    byte[] bytes = Files.readAllBytes(write("a.gpkg"));

    assertThat(new String(bytes, 68, 4, StandardCharsets.US_ASCII)).isEqualTo("GPKG");
  }

  @Test
  void equalLayersAreEqualFiles() throws Exception {
    assertThat(write("b.gpkg")).hasSameBinaryContentAs(write("a.gpkg"));
  }

  private static void assertGeometry(byte[] blob) throws Exception {
    ByteBuffer header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(blob, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("GP");
    assertThat(header.getInt(4)).isEqualTo(4490);
    assertThat(header.getDouble(8)).isEqualTo(111.5);
    assertThat(header.getDouble(16)).isEqualTo(112);
    byte[] wkb = Arrays.copyOfRange(blob, 40, blob.length);
    assertThat(new WKBReader().read(wkb).equalsExact(SQUARE)).isTrue();
  }

  private Path write(String name) throws Exception {
    Path file = folder.resolve(name);
    try (GeoPackageWriter writer = new GeoPackageWriter(file, LocalDate.of(2024, 3, 29))) {
      writer.addLayer(
          "STBHHX",
          "生态保护红线",
          List.of("BSM TEXT(18)", "MJ DOUBLE"),
          List.of(new Feature(SQUARE, List.of("152501000000000001", 2_255_540_783.01))));
    }
    return file;
  }
}
