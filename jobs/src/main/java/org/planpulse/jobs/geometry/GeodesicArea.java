package org.planpulse.jobs.geometry;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Area of a patch on the CGCS2000 ellipsoid by Karney's geodesic polygons: a second method that
 * shares nothing with {@link EllipsoidalArea} but the ellipsoid.
 *
 * <p>Edges are straight in the plane of longitude and latitude. Geodesics are not, so edges are cut
 * into parts; the error left falls with the square of the number of parts, and two numbers of parts
 * extrapolate to none.
 */
final class GeodesicArea {

  private static final Geodesic ELLIPSOID =
      new Geodesic(Cgcs2000.SEMI_MAJOR_AXIS, Cgcs2000.FLATTENING);

  /** Longest part of an edge in degrees: about a kilometre. */
  private static final double LONGEST_PART = 0.01;

  private GeodesicArea() {}

  /** Area in m² of a Polygon or MultiPolygon in degrees, x = longitude. */
  static double squareMetres(Geometry polygonal) {
    double sum = 0;
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygonal.getGeometryN(i);
      sum += ofRing(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        sum -= ofRing(polygon.getInteriorRingN(hole));
      }
    }
    return sum;
  }

  private static double ofRing(LinearRing ring) {
    return (4 * ofRing(ring, 2) - ofRing(ring, 1)) / 3;
  }

  private static double ofRing(LinearRing ring, int finer) {
    PolygonArea area = new PolygonArea(ELLIPSOID, false);
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 1; i < points.size(); i++) {
      double x = points.getX(i - 1);
      double y = points.getY(i - 1);
      double dx = points.getX(i) - x;
      double dy = points.getY(i) - y;
      int parts = finer * Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / LONGEST_PART));
      for (int part = 0; part < parts; part++) {
        area.AddPoint(y + dy * part / parts, x + dx * part / parts);
      }
    }
    return Math.abs(area.Compute(false, true).area);
  }
}
