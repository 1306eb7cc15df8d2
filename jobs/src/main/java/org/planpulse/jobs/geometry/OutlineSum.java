package org.planpulse.jobs.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A number for the outline of a polygonal geometry that adds up: every edge counts with a hash of
 * its ends, negative against its natural direction, with the inside always on the same hand. Where
 * two neighbours share an edge their shares cancel, so the sums of polygons that tile an area add
 * up, modulo 2⁶⁴, to the sum of the area's outline.
 *
 * <p>Conversely, an outline decides how often each point is covered. Polygons whose sums add up to
 * that of one valid polygon cover it once: no overlap, no gap (but for a chance of 2⁻⁶⁴). Edges
 * must meet at the same points bit by bit; a corner of one neighbour inside an edge of the other
 * leaves a rest.
 */
public final class OutlineSum {

  private OutlineSum() {}

  /** Of a Polygon or MultiPolygon, whatever the direction of its rings. */
  public static long of(Geometry polygonal) {
    long sum = 0;
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) polygonal.getGeometryN(i);
      sum += ofRing(polygon.getExteriorRing(), false);
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        sum += ofRing(polygon.getInteriorRingN(k), true);
      }
    }
    return sum;
  }

  private static long ofRing(LinearRing ring, boolean hole) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (points.size() == 0) {
      return 0;
    }
    long sum = 0;
    Coordinate from = points.getCoordinate(0);
    for (int i = 1; i < points.size(); i++) {
      Coordinate to = points.getCoordinate(i);
      sum += ofEdge(from, to);
      from = to;
    }
    return Orientation.isCCW(points) == hole ? -sum : sum;
  }

  private static long ofEdge(Coordinate from, Coordinate to) {
    int direction = from.compareTo(to);
    return direction == 0 ? 0 : direction < 0 ? hash(from, to) : -hash(to, from);
  }

  private static long hash(Coordinate low, Coordinate high) {
    long hash = mixed(Double.doubleToLongBits(low.x));
    hash = mixed(hash + Double.doubleToLongBits(low.y));
    hash = mixed(hash + Double.doubleToLongBits(high.x));
    return mixed(hash + Double.doubleToLongBits(high.y));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection that mixes all bits. */
  private static long mixed(long bits) {
    long mixed = bits + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
