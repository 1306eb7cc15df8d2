package org.planpulse.jobs.geometry;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries for tests. */
final class Shapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Geometry wkt(String text) {
    try {
      return new WKTReader(FACTORY).read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Polygon rectangle(double minX, double minY, double maxX, double maxY) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(minX, minY),
          new Coordinate(maxX, minY),
          new Coordinate(maxX, maxY),
          new Coordinate(minX, maxY),
          new Coordinate(minX, minY)
        });
  }

  /** A star-shaped, hence simple, ring about a point; radius in the units of the coordinates. */
  static Polygon star(long seed, int points, double x, double y, double radius) {
    Random random = new Random(seed);
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / points;
      double distance = radius * (0.3 + 0.7 * random.nextDouble());
      ring[i] = new Coordinate(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
    }
    ring[points] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** The same ring from another start, and backwards if asked. */
  static Polygon rewritten(Polygon polygon, int start, boolean backwards) {
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    int n = ring.length - 1;
    Coordinate[] other = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      int step = backwards ? -i : i;
      other[i] = ring[Math.floorMod(start + step, n)].copy();
    }
    return FACTORY.createPolygon(other);
  }
}
