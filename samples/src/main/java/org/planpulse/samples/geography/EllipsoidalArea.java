package org.planpulse.samples.geography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Area on the CGCS2000 ellipsoid in square metres. The official method adds trapezoids of a mean
 * longitude between two parallels; that is the shoelace formula in the cylindrical equal-area
 * projection, whose ordinate has the closed form used here (Snyder 1987, equation 3-12). No series,
 * so it checks the official series and does not repeat it.
 */
public final class EllipsoidalArea {

  private static final double SEMI_MAJOR = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double E2 = FLATTENING * (2 - FLATTENING);
  private static final double E = Math.sqrt(E2);

  private final GaussKruger projection = new GaussKruger();

  /** Of a closed ring in EPSG:4525 metres, whatever its direction. */
  public double ofPlane(Coordinate[] ring) {
    return ofGeographic(projection.toGeographic(ring));
  }

  /** Of a polygon or several in EPSG:4525 metres; holes do not count. */
  public double ofPlane(Polygon polygon) {
    double area = ofPlane(polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LineString hole = polygon.getInteriorRingN(i);
      area -= ofPlane(hole.getCoordinates());
    }
    return area;
  }

  /** Of all parts in EPSG:4525 metres. */
  public double ofPlane(MultiPolygon polygons) {
    double area = 0;
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      area += ofPlane((Polygon) polygons.getGeometryN(i));
    }
    return area;
  }

  /** Of a closed ring of longitude and latitude in degrees, whatever its direction. */
  public static double ofGeographic(Coordinate[] ring) {
    double lon0 = ring[0].x;
    double ordinate0 = equalAreaOrdinate(ring[0].y);
    double twice = 0;
    double x = 0;
    double y = 0;
    for (int i = 1; i < ring.length; i++) {
      double nextX = SEMI_MAJOR * Math.toRadians(ring[i].x - lon0);
      double nextY = equalAreaOrdinate(ring[i].y) - ordinate0;
      twice += x * nextY - nextX * y;
      x = nextX;
      y = nextY;
    }
    return Math.abs(twice) / 2;
  }

  /** a q(B) / 2: metres from the equator in the cylindrical equal-area projection. */
  private static double equalAreaOrdinate(double latitude) {
    double sin = Math.sin(Math.toRadians(latitude));
    double logarithm = Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E);
    return SEMI_MAJOR * (1 - E2) * (sin / (1 - E2 * sin * sin) - logarithm) / 2;
  }
}
