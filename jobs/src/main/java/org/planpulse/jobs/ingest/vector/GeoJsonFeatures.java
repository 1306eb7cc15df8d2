package org.planpulse.jobs.ingest.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sedona.common.jts2geojson.GeoJSONReader;
import org.locationtech.jts.geom.Geometry;

/**
 * Features of GeoJSON (RFC 7946), those of a collection one at a time: a file may be larger than
 * memory. Sedona's own source reads a whole collection as one row, and types fields by guess.
 */
final class GeoJsonFeatures extends StreamedFeatures {

  /** WGS 84 with longitude first, the only CRS of the RFC. */
  private static final String RFC_CRS = "EPSG:4326";

  /** The {@code crs} member of the 2008 format, which many programs still write. */
  private static final Pattern EPSG = Pattern.compile("EPSG:(?:[\\d.]*:)?(\\d+)$");

  private static final Set<String> ALONE =
      Set.of(
          "Feature",
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private final JsonParser parser;
  private final GeoJSONReader shapes = new GeoJSONReader();
  private final Path file;
  private String type = "";
  private boolean inFeatures;
  private boolean whole;
  private int number;
  private String crs = RFC_CRS;

  /**
   * @throws IOException when the file is not JSON
   */
  GeoJsonFeatures(Path file) throws IOException {
    this.file = file;
    parser = new ObjectMapper().createParser(Files.newInputStream(file));
    try {
      start();
    } catch (IOException | RuntimeException e) {
      parser.close();
      throw e;
    }
  }

  @Override
  public Optional<String> crs() {
    return Optional.of(crs);
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  @Override
  protected Feature read() throws IOException {
    try {
      return nextFeature();
    } catch (JsonProcessingException e) {
      throw Json.damaged(e);
    }
  }

  private Feature nextFeature() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (inFeatures && token == JsonToken.START_OBJECT) {
        return feature(parser.readValueAsTree());
      }
      inFeatures = inFeatures && token != JsonToken.END_ARRAY;
      if (!inFeatures && token == JsonToken.FIELD_NAME) {
        member(parser.currentName());
      }
    }
    return whole ? null : alone();
  }

  /** A feature or a geometry may stand for itself in a file. */
  private Feature alone() throws IOException {
    if (!ALONE.contains(type)) {
      return null;
    }
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    whole = root.has("geometry") || root.has("coordinates") || root.has("geometries");
    if (!whole) {
      return null;
    }
    return type.equals("Feature")
        ? feature(root)
        : new Feature(++number, new LinkedHashMap<>(), shape(root));
  }

  private void member(String name) throws IOException {
    JsonToken value = parser.nextToken();
    if (name.equals("features") && value == JsonToken.START_ARRAY) {
      inFeatures = true;
      whole = true;
    } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
      type = parser.getText();
    } else if (name.equals("crs") && value == JsonToken.START_OBJECT) {
      JsonNode stated = parser.readValueAsTree();
      crs = epsg(stated.at("/properties/name").asText()).orElse(RFC_CRS);
    } else {
      parser.skipChildren();
    }
  }

  private static Optional<String> epsg(String name) {
    Matcher matcher = EPSG.matcher(name);
    return matcher.find() ? Optional.of("EPSG:" + matcher.group(1)) : Optional.empty();
  }

  private Feature feature(JsonNode feature) {
    Map<String, String> fields = new LinkedHashMap<>();
    JsonFields.read(feature.path("properties"), fields);
    return new Feature(++number, fields, shape(feature.path("geometry")));
  }

  /** The parser knows no checked exception; whatever it stumbles over, there is no shape. */
  private Geometry shape(JsonNode geometry) {
    if (!geometry.isObject()) {
      return null;
    }
    try {
      Geometry shape = shapes.read(geometry.toString());
      return shape == null || shape.isEmpty() ? null : shape;
    } catch (RuntimeException e) {
      return null;
    }
  }
}
