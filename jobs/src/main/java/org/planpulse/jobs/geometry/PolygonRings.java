package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The closed rings of polygonal shapes. The points are those of the shape, not copies. */
final class PolygonRings {

  private PolygonRings() {}

  /** The shell and then the holes. */
  static List<Coordinate[]> of(Polygon polygon) {
    List<Coordinate[]> rings = new ArrayList<>(1 + polygon.getNumInteriorRing());
    rings.add(polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(polygon.getInteriorRingN(i).getCoordinates());
    }
    return rings;
  }

  /** All rings of a Polygon or MultiPolygon, shells counter-clockwise and holes clockwise. */
  static List<Coordinate[]> directed(Geometry polygonal) {
    List<Coordinate[]> directed = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      List<Coordinate[]> rings = of((Polygon) polygonal.getGeometryN(i));
      directed.add(directed(rings.get(0), true));
      rings.subList(1, rings.size()).forEach(hole -> directed.add(directed(hole, false)));
    }
    return directed;
  }

  /** By its signed area, which is right for a ring that touches itself, too. */
  private static Coordinate[] directed(Coordinate[] ring, boolean counterClockwise) {
    boolean isCounterClockwise = Area.ofRingSigned(ring) < 0;
    if (isCounterClockwise == counterClockwise) {
      return ring;
    }
    Coordinate[] reversed = ring.clone();
    CoordinateArrays.reverse(reversed);
    return reversed;
  }
}
