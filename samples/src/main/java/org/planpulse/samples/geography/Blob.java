package org.planpulse.samples.geography;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A smooth star-shaped region around a centre: its radius is {@code radius * (1 + sum of waves)}.
 * Metres in EPSG:4525.
 */
public record Blob(double x, double y, double radius, List<Wave> waves) {

  /**
   * A ripple of the radius with {@code count} crests, the first at {@code crest} degrees from east.
   */
  public record Wave(int count, double amplitude, double crest) {}

  /** The distance of a point from the centre as a share of the radius there: 1 on the rim. */
  public double rank(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return Math.hypot(dx, dy) / radiusTowards(Math.atan2(dy, dx));
  }

  public boolean contains(double px, double py) {
    return rank(px, py) < 1;
  }

  /** Metres from a point to the rim, about: exact for a circle. */
  double distanceToRim(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return Math.abs(radiusTowards(Math.atan2(dy, dx)) - Math.hypot(dx, dy));
  }

  /** The rim as a closed counter-clockwise ring of so many corners. */
  public Coordinate[] ring(int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radiusTowards(angle);
      ring[i] = millimetres(x + r * Math.cos(angle), y + r * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return ring;
  }

  /** The same shape whose ring of so many corners has the ellipsoidal area asked for (m2). */
  public Blob withArea(double area, int corners, EllipsoidalArea measure) {
    Blob scaled = this;
    for (int i = 0; i < 5; i++) {
      double ratio = area / measure.ofPlane(scaled.ring(corners));
      scaled = new Blob(x, y, scaled.radius * Math.sqrt(ratio), waves);
    }
    return scaled;
  }

  static Coordinate millimetres(double x, double y) {
    return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
  }

  private double radiusTowards(double angle) {
    double factor = 1;
    for (Wave wave : waves) {
      factor += wave.amplitude * Math.cos(wave.count * (angle - Math.toRadians(wave.crest)));
    }
    return radius * factor;
  }
}
