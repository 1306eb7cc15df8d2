package org.planpulse.jobs.publish.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;

/**
 * GeoPackage 1.3 (OGC 12-128r17) with layers in EPSG:4490, each with a spatial index and the
 * meaning of its columns, written in one transaction. Committed when closed; whoever fails leaves a
 * file to throw away.
 */
final class GeoPackageFile implements AutoCloseable {

  private static final String RTREE = "http://www.geopackage.org/spec120/#extension_rtree";

  private final Connection database;

  GeoPackageFile(Path file) throws IOException {
    try {
      database = DriverManager.getConnection("jdbc:sqlite:" + file);
    } catch (SQLException e) {
      throw new IOException("cannot create " + file, e);
    }
    try {
      run(List.of("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"));
      run(statements("geopackage.sql"));
      database.setAutoCommit(false);
    } catch (SQLException | IOException e) {
      close();
      throw new IOException("cannot create " + file, e);
    }
  }

  /** Writes a layer named after its table, with an underscore for the dot. */
  void add(QuerySession session, LayerTable layer) throws IOException {
    String name = layer.name().replace('.', '_');
    List<GeoPackageColumn> columns = layer.attributes().stream().map(GeoPackageColumn::of).toList();
    LayerSummary summary = LayerSummary.of(session, layer);
    try {
      describe(name, layer, columns, summary);
      create(name, columns);
      try (FeatureRows rows =
          new FeatureRows(database, name, columns.size(), summary.types().size() > 1)) {
        session.forEach(layer.rows(FeatureRows.expressions(columns)), rows);
      }
      run(statements("spatial-index.sql").stream().map(sql -> sql.replace("{t}", name)).toList());
    } catch (SQLException e) {
      throw new IOException("cannot write the layer " + name, e);
    }
  }

  void commit() throws IOException {
    try {
      database.commit();
    } catch (SQLException e) {
      throw new IOException("cannot finish the GeoPackage", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException("cannot close the GeoPackage", e);
    }
  }

  private void describe(
      String name, LayerTable layer, List<GeoPackageColumn> columns, LayerSummary summary)
      throws SQLException {
    Envelope box = summary.extent().orElse(null);
    insert(
        "gpkg_contents",
        name,
        "features",
        name,
        layer.comment(),
        layer.changed().toString(),
        box == null ? null : box.getMinX(),
        box == null ? null : box.getMinY(),
        box == null ? null : box.getMaxX(),
        box == null ? null : box.getMaxY(),
        GeoPackageGeometry.SRS);
    insert(
        "gpkg_geometry_columns",
        name,
        "geom",
        GeometryType.commonName(summary.types()),
        GeoPackageGeometry.SRS,
        0,
        0);
    insert("gpkg_extensions", name, "geom", "gpkg_rtree_index", RTREE, "write-only");
    for (GeoPackageColumn column : columns) {
      insert(
          "gpkg_data_columns",
          name,
          column.name(),
          null,
          column.title(),
          column.comment(),
          column.mimeType().orElse(null),
          null);
    }
  }

  private void create(String name, List<GeoPackageColumn> columns) throws SQLException {
    String definitions =
        columns.stream()
            .map(column -> ", " + Sql.name(column.name()) + " " + column.type())
            .collect(Collectors.joining());
    run(
        List.of(
            "CREATE TABLE "
                + name
                + " (fid INTEGER PRIMARY KEY NOT NULL, geom GEOMETRY"
                + definitions
                + ")",
            "CREATE VIRTUAL TABLE rtree_"
                + name
                + "_geom USING rtree(id, minx, maxx, miny, maxy)"));
  }

  private void insert(String table, Object... values) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(values.length, "?"));
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The statements of a resource file, which blank lines part. */
  private static List<String> statements(String resource) throws IOException {
    try (InputStream file = GeoPackageFile.class.getResourceAsStream(resource)) {
      return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"));
    }
  }
}
