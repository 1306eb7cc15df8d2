package org.planpulse.jobs.geometry;

import java.util.ArrayList;
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

  private static final double[] NONE = {};

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
    double sum =
        shared.along(one, other, near(other, window), window)
            + shared.along(other, one, near(one, window), window);
    return shared.touches ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, sum));
  }

  /** Ends of the edges that meet the window, two by two: only these can cross the other outline. */
  private static Coordinate[] near(List<Coordinate[]> rings, Envelope window) {
    List<Coordinate> ends = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        if (window.intersects(ring[i - 1], ring[i])) {
          ends.add(ring[i - 1]);
          ends.add(ring[i]);
        }
      }
    }
    return ends.toArray(Coordinate[]::new);
  }

  /** Sums what of {@code outline} lies inside {@code rings}, whose edges {@code near} are. */
  private double along(
      List<Coordinate[]> outline, List<Coordinate[]> rings, Coordinate[] near, Envelope window) {
    double sum = 0;
    for (Coordinate[] ring : outline) {
      boolean follows = false;
      boolean inside = false;
      for (int i = 1; i < ring.length && !touches; i++) {
        if (window.intersects(ring[i - 1], ring[i])) {
          inside = follows ? inside : isInside(ring[i - 1], rings);
          double[] crossings = crossings(ring[i - 1], ring[i], near);
          sum += along(ring[i - 1], ring[i], crossings, inside);
          inside ^= crossings.length % 2 == 1;
          follows = true;
        } else {
          follows = false;
        }
      }
    }
    return sum;
  }

  /**
   * @param startsInside whether {@code from} lies inside; every crossing leads to the other side
   */
  private double along(Coordinate from, Coordinate to, double[] crossings, boolean startsInside) {
    boolean inside = startsInside;
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

  /** Where an edge crosses others, given by their ends, as shares of its length, in order. */
  private double[] crossings(Coordinate from, Coordinate to, Coordinate[] ends) {
    double[] found = NONE;
    double minX = Math.min(from.x, to.x);
    double maxX = Math.max(from.x, to.x);
    double minY = Math.min(from.y, to.y);
    double maxY = Math.max(from.y, to.y);
    for (int i = 0; i < ends.length; i += 2) {
      Coordinate p = ends[i];
      Coordinate q = ends[i + 1];
      boolean apart =
          p.x < minX && q.x < minX
              || p.x > maxX && q.x > maxX
              || p.y < minY && q.y < minY
              || p.y > maxY && q.y > maxY;
      if (!apart && cross(from, to, p, q)) {
        found = Arrays.copyOf(found, found.length + 1);
        found[found.length - 1] = share(from, to, p, q);
      }
    }
    Arrays.sort(found);
    return found;
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
