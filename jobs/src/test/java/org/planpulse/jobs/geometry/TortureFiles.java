package org.planpulse.jobs.geometry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.sedona.common.jts2geojson.GeoJSONReader;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

/** Geometries of files as other programs read them, without what our own readers set right. */
final class TortureFiles {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private TortureFiles() {}

  /** Those that can be read; none of a file that cannot. */
  static List<Geometry> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".wkt")) {
      return wkt(Files.readString(file));
    }
    if (name.endsWith("json")) {
      return geoJson(new ObjectMapper().readTree(file.toFile()));
    }
    return name.endsWith(".gpkg") ? geoPackage(file) : shapefile(file);
  }

  private static List<Geometry> wkt(String text) throws IOException {
    try {
      return List.of(new WKTReader().read(text));
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  private static List<Geometry> geoJson(JsonNode document) {
    List<Geometry> shapes = new ArrayList<>();
    List<JsonNode> geometries =
        document.has("coordinates") ? List.of(document) : document.findValues("geometry");
    for (JsonNode geometry : geometries) {
      try {
        shapes.add(new GeoJSONReader().read(geometry.toString()));
      } catch (RuntimeException notReadable) {
        continue;
      }
    }
    shapes.removeIf(Objects::isNull);
    return shapes;
  }

  /** Records in the order they stand in (ESRI Shapefile Technical Description, July 1998). */
  private static List<Geometry> shapefile(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    List<Geometry> shapes = new ArrayList<>();
    for (int at = 100; at + 12 <= bytes.limit(); ) {
      int length = 2 * bytes.order(ByteOrder.BIG_ENDIAN).getInt(at + 4);
      if (length < 4 || length > bytes.limit() - at - 8) {
        break;
      }
      try {
        shapes.addAll(record(bytes.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN)));
      } catch (IllegalArgumentException | IndexOutOfBoundsException notReadable) {
        // A ring that does not close, or counts beyond the record.
      }
      at += 8 + length;
    }
    return shapes;
  }

  private static List<Geometry> record(ByteBuffer record) {
    return switch (record.getInt(0) % 10) {
      case 1 -> List.of(GEOMETRY.createPoint(point(record, 4)));
      case 3 ->
          List.of(
              GEOMETRY.createMultiLineString(
                  parts(record).stream()
                      .map(GEOMETRY::createLineString)
                      .toArray(LineString[]::new)));
      case 5 -> List.of(polygons(parts(record)));
      default -> List.of();
    };
  }

  /** Shells are clockwise; holes follow their shell. */
  private static Geometry polygons(List<Coordinate[]> rings) {
    List<List<LinearRing>> polygons = new ArrayList<>();
    for (Coordinate[] points : rings) {
      LinearRing ring = GEOMETRY.createLinearRing(points);
      if (polygons.isEmpty() || !Orientation.isCCW(points)) {
        polygons.add(new ArrayList<>());
      }
      polygons.get(polygons.size() - 1).add(ring);
    }
    return GEOMETRY.createMultiPolygon(
        polygons.stream()
            .map(
                all ->
                    GEOMETRY.createPolygon(
                        all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new));
  }

  private static List<Coordinate[]> parts(ByteBuffer record) {
    int parts = record.getInt(36);
    int points = record.getInt(40);
    List<Coordinate[]> lines = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int first = record.getInt(44 + 4 * part);
      int end = part + 1 < parts ? record.getInt(48 + 4 * part) : points;
      Coordinate[] line = new Coordinate[Math.min(end, points) - first];
      Arrays.setAll(line, i -> point(record, 44 + 4 * parts + 16 * (first + i)));
      lines.add(line);
    }
    return lines;
  }

  private static Coordinate point(ByteBuffer record, int at) {
    return new Coordinate(record.getDouble(at), record.getDouble(at + 8));
  }

  /** After the header of OGC 12-128r17, 2.1.3, a geometry is WKB. */
  private static List<Geometry> geoPackage(Path file) throws IOException {
    List<Geometry> shapes = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement layers = database.createStatement();
        ResultSet layer =
            layers.executeQuery("SELECT column_name, table_name FROM gpkg_geometry_columns")) {
      while (layer.next()) {
        try (Statement features = database.createStatement();
            ResultSet feature =
                features.executeQuery(
                    "SELECT \"%s\" FROM \"%s\""
                        .formatted(layer.getString(1), layer.getString(2)))) {
          while (feature.next()) {
            byte[] blob = feature.getBytes(1);
            int box = new int[] {0, 32, 48, 48, 64}[blob[3] >> 1 & 7];
            shapes.add(new WKBReader().read(Arrays.copyOfRange(blob, 8 + box, blob.length)));
          }
        }
      }
    } catch (SQLException | ParseException e) {
      throw new IOException(e);
    }
    return shapes;
  }
}
