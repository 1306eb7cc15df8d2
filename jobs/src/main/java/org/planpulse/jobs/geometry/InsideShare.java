package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.RingClipper;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/**
 * How much of a plot lies inside a part of a zone. Where no border of the zone comes near, the plot
 * is inside, outside, or cut by the side of the part's box. A border that crosses it is followed
 * for its area; only where outlines touch does it take the robust overlay.
 *
 * <p>Shares follow areas under edges straight in degrees, which add up when a shape is cut.
 */
final class InsideShare {

  /** A share this close to 1 differs from it by the rounding of doubles. */
  private static final double ROUNDING = 1e-12;

  private final Polygon part;
  private final Plot plot;
  private final Geometry shape;
  private final Envelope box;
  private final Envelope window;

  private InsideShare(Polygon part, Plot plot) {
    this.part = part;
    this.plot = plot;
    this.shape = plot.shape();
    this.box = part.getEnvelopeInternal();
    this.window = box.intersection(shape.getEnvelopeInternal());
  }

  /**
   * @param part one of {@link ZoneParts}, in degrees
   * @return 0 to 1
   */
  static double of(Polygon part, Plot plot) {
    InsideShare pair = new InsideShare(part, plot);
    return switch (pair.place()) {
      case OUTSIDE -> 0;
      case INSIDE -> 1;
      case ACROSS_BOX -> pair.share(straightM2(pair.clipped()));
      case ACROSS_BORDER -> pair.share(pair.sharedM2());
    };
  }

  /** What of the plot lies inside the part: polygonal, empty when nothing does. */
  static Geometry cut(Polygon part, Plot plot) {
    InsideShare pair = new InsideShare(part, plot);
    return switch (pair.place()) {
      case OUTSIDE -> plot.shape().getFactory().createPolygon();
      case INSIDE -> plot.shape();
      case ACROSS_BOX -> GeometryFixer.fix(pair.clipped());
      case ACROSS_BORDER -> pair.overlaid();
    };
  }

  private enum Place {
    OUTSIDE,
    INSIDE,
    /** Inside as far as the part's box goes. */
    ACROSS_BOX,
    ACROSS_BORDER
  }

  private Place place() {
    if (window.isNull() || window.getArea() == 0) {
      return Place.OUTSIDE;
    }
    if (hasBorderInWindow()) {
      return Place.ACROSS_BORDER;
    }
    RayCrossingCounter counter = new RayCrossingCounter(window.centre());
    PolygonRings.of(part).forEach(ring -> count(ring, counter));
    if (counter.getLocation() == Location.EXTERIOR) {
      return Place.OUTSIDE;
    }
    return box.covers(shape.getEnvelopeInternal()) ? Place.INSIDE : Place.ACROSS_BOX;
  }

  /** Whether an edge of the part, but for those along the sides of its box, is in the window. */
  private boolean hasBorderInWindow() {
    for (Coordinate[] ring : PolygonRings.of(part)) {
      for (int i = 1; i < ring.length; i++) {
        if (window.intersects(ring[i - 1], ring[i]) && !isSide(ring[i - 1], ring[i])) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSide(Coordinate from, Coordinate to) {
    return from.x == to.x && (from.x == box.getMinX() || from.x == box.getMaxX())
        || from.y == to.y && (from.y == box.getMinY() || from.y == box.getMaxY());
  }

  private static void count(Coordinate[] ring, RayCrossingCounter counter) {
    for (int i = 1; i < ring.length; i++) {
      counter.countSegment(ring[i - 1], ring[i]);
    }
  }

  private double share(double insideM2) {
    double share = insideM2 / plot.squareMetres();
    return share > 1 - ROUNDING ? 1 : share;
  }

  private static double straightM2(Geometry polygonal) {
    return EllipsoidalArea.squareMetres(polygonal, Edge.STRAIGHT_IN_DEGREES);
  }

  private double sharedM2() {
    return SharedArea.squareMetres(
            PolygonRings.directed(part), PolygonRings.directed(shape), window)
        .orElseGet(() -> straightM2(overlaid()));
  }

  /** The shape inside the part's box, its rings perhaps running to and fro along the sides. */
  private Geometry clipped() {
    RingClipper clipper = new RingClipper(box);
    GeometryFactory factory = shape.getFactory();
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      List<LinearRing> rings =
          PolygonRings.of((Polygon) shape.getGeometryN(i)).stream()
              .map(clipper::clip)
              .filter(ring -> ring.length > LinearRing.MINIMUM_VALID_SIZE)
              .map(factory::createLinearRing)
              .toList();
      if (!rings.isEmpty()) {
        LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
        polygons.add(factory.createPolygon(rings.get(0), holes));
      }
    }
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Geometry overlaid() {
    return SharedLand.of(
            GeometryFixer.fix(part), shape.isValid() ? shape : GeometryFixer.fix(shape))
        .orElseGet(() -> shape.getFactory().createPolygon());
  }
}
