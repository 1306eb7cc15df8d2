package org.planpulse.samples.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.Blob.Wave;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.Course;
import org.planpulse.samples.geography.EllipsoidalArea;

/** Smooth zones that cross parcels, each layer scaled to its designed ellipsoidal area. */
public final class ControlLines {

  /** Ecological red line: just above the plan's 1061 km2. */
  public static final double RED_LINE_AREA = 1_061.8e6;

  /** Basic grassland: 401.3 x 10^4 mu, above the plan's 400. */
  public static final double BASIC_GRASSLAND_AREA = 401.3e4 * 2000 / 3;

  /**
   * Concentrated construction zone to the urban construction land of 2020; the plan allows 1.3472.
   */
  public static final double GROWTH_RATIO = 1.3391;

  private static final int CORNERS = 240;

  /** Metres that basic grassland keeps from a railway or road. */
  private static final double CLEARANCE = 250;

  /** Slivers that the roads cut off are not delimited (m2). */
  private static final double SMALLEST_PART = 1e6;

  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(1000));
  private final EllipsoidalArea measure = new EllipsoidalArea();

  /**
   * LHLX: 13 soil and water conservation, 14 wind-break and sand fixation, 22 sensitive to sand.
   */
  public List<ControlZone> redLine() {
    Map<String, Blob> shapes =
        Map.of(
            "13", CitySketch.blob(-24, -4, 8.7, new Wave(2, 0.12, 0), new Wave(7, 0.03, 10)),
            "14", CitySketch.blob(-22.8, -37.8, 13.5, new Wave(3, 0.07, 60), new Wave(8, 0.03, 0)),
            "22", CitySketch.blob(-0.6, -52.6, 9, new Wave(2, 0.08, 100), new Wave(5, 0.05, 20)));
    Map<String, String> names = Map.of("13", "水土保持", "14", "防风固沙", "22", "土地沙化敏感区");
    double drawn =
        shapes.values().stream().mapToDouble(blob -> measure.ofPlane(blob.ring(CORNERS))).sum();
    List<ControlZone> zones = new ArrayList<>();
    for (String type : shapes.keySet().stream().sorted().toList()) {
      Blob shape = shapes.get(type);
      double area = measure.ofPlane(shape.ring(CORNERS)) * RED_LINE_AREA / drawn;
      zones.add(zone(type, names.get(type), shape, area));
    }
    return zones;
  }

  /**
   * @param urbanArea urban construction land of 2020, m2
   */
  public List<ControlZone> growthBoundary(double urbanArea) {
    return List.of(
        zone("城镇集中建设区", "中心城区（样例）", CitySketch.town(), GROWTH_RATIO * urbanArea),
        zone("城镇弹性发展区", "北部弹性区（样例）", CitySketch.blob(-5.6, 2.2, 1), 3.2e6),
        zone("特别用途区", "东郊防护区（样例）", CitySketch.blob(6.4, 0.6, 1.1), 4.1e6));
  }

  /** A shrunken city without the town's surroundings and the strips along railway and highways. */
  public List<ControlZone> basicGrassland(Blob outline) {
    Geometry excluded = polygon(CitySketch.blob(0, 0, 8.5));
    excluded = excluded.union(polygon(CitySketch.blob(-9.5, 1.5, 1.6)));
    for (Course course : CitySketch.courses()) {
      excluded =
          excluded.union(
              factory.createLineString(course.line()).buffer(CLEARANCE + course.width()));
    }
    double share = 0.85;
    List<Polygon> parts = List.of();
    for (int i = 0; i < 12; i++) {
      Blob shrunken =
          new Blob(outline.x(), outline.y() - 1_500, share * outline.radius(), outline.waves());
      parts = parts(polygon(shrunken).difference(excluded));
      double area = parts.stream().mapToDouble(measure::ofPlane).sum();
      share *= Math.sqrt(BASIC_GRASSLAND_AREA / area);
    }
    return parts.stream()
        .map(part -> new ControlZone("基本草原", "基本草原（样例）", part, measure.ofPlane(part)))
        .toList();
  }

  private ControlZone zone(String type, String name, Blob shape, double area) {
    Polygon polygon = polygon(shape.withArea(area, CORNERS, measure));
    return new ControlZone(type, name, polygon, measure.ofPlane(polygon));
  }

  private Polygon polygon(Blob shape) {
    return factory.createPolygon(shape.ring(CORNERS));
  }

  private List<Polygon> parts(Geometry geometry) {
    Geometry rounded = GeometryPrecisionReducer.reduce(geometry, factory.getPrecisionModel());
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < rounded.getNumGeometries(); i++) {
      if (rounded.getGeometryN(i).getArea() > SMALLEST_PART) {
        parts.add((Polygon) rounded.getGeometryN(i));
      }
    }
    return parts;
  }
}
