package org.planpulse.jobs.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/**
 * The area that two polygonal shapes share, without making the shape they share.
 *
 * <p>Its outline consists of what of each outline lies inside the other shape; so the area is the
 * sum along these pieces of edges. Which side a point lies on is decided exactly, so inside and
 * outside of both outlines agree; where they touch in a vertex or along an edge, or cross at next
 * to no angle, there is no answer and an overlay must give it.
 */
final class SharedArea {

  /** Sine of the angle below which the place of a crossing is too uncertain. */
  private static final double PARALLEL = 1e-6;

  private final double reference;
  private boolean touches;

  private SharedArea(double reference) {
    this.reference = reference;
  }

  /**
   * Area in m² under edges straight in degrees; empty where an overlay must tell.
   *
   * @param one rings of one shape, in degrees: shells counter-clockwise, holes clockwise
   * @param window what both extents share: edges elsewhere are not looked at
   */
  static OptionalDouble squareMetres(
      List<Coordinate[]> one, List<Coordinate[]> other, Envelope window) {
    SharedArea shared = new SharedArea(window.centre().x);
    double sum = shared.along(one, other, window) + shared.along(other, one, window);
    return shared.touches ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, sum));
  }

  /** Sums what of {@code outline} lies inside {@code rings}. */
  private double along(List<Coordinate[]> outline, List<Coordinate[]> rings, Envelope window) {
    double sum = 0;
    for (Coordinate[] ring : outline) {
      for (int i = 1; i < ring.length && !touches; i++) {
        if (window.intersects(ring[i - 1], ring[i])) {
          sum += along(ring[i - 1], ring[i], rings);
        }
      }
    }
    return sum;
  }

  private double along(Coordinate from, Coordinate to, List<Coordinate[]> rings) {
    double[] crossings = crossings(from, to, rings);
    boolean inside = isInside(from, rings);
    double sum = 0;
    double start = 0;
    for (int i = 0; i <= crossings.length; i++) {
      double end = i < crossings.length ? crossings[i] : 1;
      if (inside) {
        sum += beside(from, to, start, end);
      }
      inside = !inside;
      start = end;
    }
    return sum;
  }

  private double beside(Coordinate from, Coordinate to, double start, double end) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double x = from.x - reference;
    return EllipsoidalArea.besideEdge(
        x + start * dx,
        from.y + start * dy,
        x + end * dx,
        from.y + end * dy,
        Edge.STRAIGHT_IN_DEGREES);
  }

  /** Where an edge crosses the rings, as shares of its length, in order. */
  private double[] crossings(Coordinate from, Coordinate to, List<Coordinate[]> rings) {
    double[] found = new double[4];
    int count = 0;
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        if (Envelope.intersects(from, to, ring[i - 1], ring[i])
            && cross(from, to, ring[i - 1], ring[i])) {
          found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
          found[count++] = share(from, to, ring[i - 1], ring[i]);
        }
      }
    }
    double[] crossings = Arrays.copyOf(found, count);
    Arrays.sort(crossings);
    return crossings;
  }

  private boolean cross(Coordinate from, Coordinate to, Coordinate p, Coordinate q) {
    int ofP = Orientation.index(from, to, p);
    int ofQ = Orientation.index(from, to, q);
    if (ofP * ofQ > 0) {
      return false;
    }
    int ofFrom = Orientation.index(p, q, from);
    int ofTo = Orientation.index(p, q, to);
    if (ofFrom * ofTo > 0) {
      return false;
    }
    touches |= ofP * ofQ * ofFrom * ofTo == 0;
    return true;
  }

  /** Place of the crossing between {@code from} (0) and {@code to} (1). */
  private double share(Coordinate from, Coordinate to, Coordinate p, Coordinate q) {
    double x = q.x - p.x;
    double y = q.y - p.y;
    double before = (from.x - p.x) * y - (from.y - p.y) * x;
    double after = (to.x - p.x) * y - (to.y - p.y) * x;
    touches |= Math.abs(before - after) <= PARALLEL * from.distance(to) * p.distance(q);
    return touches ? 0 : Math.min(1, Math.max(0, before / (before - after)));
  }

  private boolean isInside(Coordinate point, List<Coordinate[]> rings) {
    RayCrossingCounter counter = new RayCrossingCounter(point);
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        counter.countSegment(ring[i - 1], ring[i]);
      }
    }
    touches |= counter.isOnSegment();
    return counter.getLocation() == Location.INTERIOR;
  }
}
