package org.planpulse.jobs.ingest.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Features of a TopoJSON topology: shapes as lists of shared arcs, in whole numbers that a scale
 * and a shift turn into coordinates. The arcs may stand behind the shapes, so the file is held in
 * memory.
 */
final class TopoJsonFeatures implements FeatureFile {

  private final GeometryFactory factory = new GeometryFactory();
  private final boolean topology;
  private final double[] scale;
  private final double[] translate;
  private final boolean quantised;
  private final List<Coordinate[]> arcs = new ArrayList<>();
  private final Iterator<JsonNode> shapes;
  private int number;

  TopoJsonFeatures(Path file) throws IOException {
    JsonNode root = root(file);
    topology = "Topology".equals(root.path("type").asText());
    quantised = root.has("transform");
    scale = pair(root.at("/transform/scale"), 1);
    translate = pair(root.at("/transform/translate"), 0);
    root.path("arcs").forEach(arc -> arcs.add(arc(arc)));
    List<JsonNode> found = new ArrayList<>();
    root.path("objects").forEach(object -> collect(object, found));
    shapes = found.iterator();
  }

  private static JsonNode root(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw Json.damaged(e);
    }
  }

  /** The format has no word for it: numbers decide. */
  @Override
  public Optional<String> crs() {
    return Optional.empty();
  }

  @Override
  public boolean isWhole() {
    return topology;
  }

  @Override
  public boolean hasNext() {
    return shapes.hasNext();
  }

  @Override
  public Feature next() {
    JsonNode object = shapes.next();
    Map<String, String> fields = new LinkedHashMap<>();
    if (object.hasNonNull("id")) {
      fields.put("id", object.path("id").asText());
    }
    JsonFields.read(object.path("properties"), fields);
    return new Feature(++number, fields, shape(object));
  }

  @Override
  public void close() {
    // The file was read to its end.
  }

  private static void collect(JsonNode object, List<JsonNode> found) {
    if ("GeometryCollection".equals(object.path("type").asText())) {
      object.path("geometries").forEach(part -> collect(part, found));
    } else {
      found.add(object);
    }
  }

  private static double[] pair(JsonNode values, double otherwise) {
    return new double[] {values.path(0).asDouble(otherwise), values.path(1).asDouble(otherwise)};
  }

  private Coordinate[] arc(JsonNode points) {
    Coordinate[] arc = new Coordinate[points.size()];
    double x = 0;
    double y = 0;
    for (int i = 0; i < arc.length; i++) {
      x = number(points.get(i), 0) + (quantised ? x : 0);
      y = number(points.get(i), 1) + (quantised ? y : 0);
      arc[i] = coordinate(x, y);
    }
    return arc;
  }

  private Coordinate coordinate(double x, double y) {
    return new Coordinate(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  }

  /** Null for shapes that arcs and numbers do not make. */
  private Geometry shape(JsonNode object) {
    try {
      JsonNode arcsOf = object.path("arcs");
      JsonNode points = object.path("coordinates");
      Geometry shape =
          switch (object.path("type").asText()) {
            case "Point" -> point(points);
            case "MultiPoint" ->
                factory.createMultiPoint(each(points, this::point).toArray(Point[]::new));
            case "LineString" -> line(arcsOf);
            case "MultiLineString" ->
                factory.createMultiLineString(each(arcsOf, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(arcsOf);
            case "MultiPolygon" ->
                factory.createMultiPolygon(each(arcsOf, this::polygon).toArray(Polygon[]::new));
            default -> null;
          };
      return shape == null || shape.isEmpty() ? null : shape;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> function) {
    List<T> made = new ArrayList<>();
    nodes.forEach(node -> made.add(function.apply(node)));
    return made;
  }

  private Point point(JsonNode position) {
    return factory.createPoint(coordinate(number(position, 0), number(position, 1)));
  }

  /** What is no number leaves the shape without place. */
  private static double number(JsonNode position, int axis) {
    return position.path(axis).asDouble(Double.NaN);
  }

  private LineString line(JsonNode arcNumbers) {
    return factory.createLineString(joined(arcNumbers));
  }

  private Polygon polygon(JsonNode rings) {
    List<LinearRing> made = each(rings, ring -> factory.createLinearRing(joined(ring)));
    if (made.isEmpty()) {
      return factory.createPolygon();
    }
    return factory.createPolygon(
        made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
  }

  /** Arcs one after the other, each without the point it shares with the last; ~n is n reversed. */
  private Coordinate[] joined(JsonNode arcNumbers) {
    CoordinateList points = new CoordinateList();
    for (JsonNode entry : arcNumbers) {
      int arc = entry.asInt();
      points.add(arcs.get(arc < 0 ? ~arc : arc), false, arc >= 0);
    }
    return points.toCoordinateArray();
  }
}
