package org.planpulse.samples.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** GeoPackage 1.3 (OGC 12-128r17) with layers in EPSG:4490, written in one transaction. */
public final class GeoPackageWriter implements AutoCloseable {

  private static final int SRS = 4490;
  private static final String WKT =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],"
          + "AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4490\"]]";

  private static final List<String> TABLES =
      List.of(
          "PRAGMA page_size = 4096",
          "PRAGMA application_id = 0x47504B47",
          "PRAGMA user_version = 10300",
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY"
              + " KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
              + " definition TEXT NOT NULL, description TEXT)",
          "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
              + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL"
              + " DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE,"
              + " max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY"
              + " (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
              + " geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,"
              + " m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
              + " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY"
              + " (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY"
              + " (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))");

  private final Connection connection;
  private final String lastChange;

  /**
   * @param changed the day printed as last change of every layer
   */
  public GeoPackageWriter(Path file, LocalDate changed) throws IOException {
    Files.deleteIfExists(file);
    lastChange = changed + "T00:00:00.000Z";
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = OFF");
        connection.setAutoCommit(false);
        for (String sql : TABLES) {
          statement.execute(sql);
        }
      }
      addReferenceSystem("Undefined cartesian SRS", -1, "NONE", "undefined");
      addReferenceSystem("Undefined geographic SRS", 0, "NONE", "undefined");
      addReferenceSystem("China Geodetic Coordinate System 2000", SRS, "EPSG", WKT);
    } catch (SQLException e) {
      throw new IOException("cannot create " + file, e);
    }
  }

  /** A layer's feature: longitude and latitude in degrees, a String or number for each column. */
  public record Feature(Geometry geometry, List<Object> values) {}

  /**
   * @param columns SQL definitions, for instance {@code BSM TEXT(18)}
   */
  public void addLayer(String table, String title, List<String> columns, List<Feature> features)
      throws IOException {
    Envelope bounds = new Envelope();
    features.forEach(f -> bounds.expandToInclude(f.geometry().getEnvelopeInternal()));
    try {
      createLayer(table, title, columns, bounds);
      String marks = columns.stream().map(column -> ", ?").collect(Collectors.joining());
      String sql = "INSERT INTO " + table + " VALUES (NULL, ?" + marks + ")";
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        for (Feature feature : features) {
          insert.setBytes(1, binary(feature.geometry()));
          for (int i = 0; i < columns.size(); i++) {
            insert.setObject(i + 2, feature.values().get(i));
          }
          insert.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IOException("cannot write layer " + table, e);
    }
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot finish the GeoPackage", e);
    }
  }

  private void createLayer(String table, String title, List<String> columns, Envelope bounds)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE "
              + table
              + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, "
              + String.join(", ", columns)
              + ")");
    }
    insert(
        "gpkg_contents",
        table,
        "features",
        title,
        "样例数据",
        lastChange,
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getMaxX(),
        bounds.getMaxY(),
        SRS);
    insert("gpkg_geometry_columns", table, "geom", "GEOMETRY", SRS, 0, 0);
  }

  private void addReferenceSystem(String name, int id, String organization, String definition)
      throws SQLException {
    insert("gpkg_spatial_ref_sys", name, id, organization, id, definition, null);
  }

  private void insert(String table, Object... values) throws SQLException {
    String marks = "?" + ", ?".repeat(values.length - 1);
    String sql = "INSERT INTO " + table + " VALUES (" + marks + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  /** StandardGeoPackageBinary: "GP", version 0, little endian with an xy envelope, then WKB. */
  private static byte[] binary(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    Envelope box = geometry.getEnvelopeInternal();
    ByteBuffer blob = ByteBuffer.allocate(40 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 0b0000_0011).putInt(SRS);
    blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
    blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    return blob.put(wkb).array();
  }
}
