package org.planpulse.samples.geography;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A railway, highway or river: a smooth line of some width, in EPSG:4525 metres. */
public final class Course {

  private static final int PIECES_BETWEEN_POINTS = 8;

  private final Coordinate[] line;
  private final List<Envelope> bends;
  private final Seed.Role role;
  private final double width;

  /** A Catmull-Rom curve through the points. */
  Course(Seed.Role role, double width, List<Coordinate> through) {
    this.role = role;
    this.width = width;
    List<Coordinate> curve = new ArrayList<>();
    for (int i = 0; i + 1 < through.size(); i++) {
      for (int piece = 0; piece < PIECES_BETWEEN_POINTS; piece++) {
        curve.add(pointBetween(through, i, (double) piece / PIECES_BETWEEN_POINTS));
      }
    }
    curve.add(through.get(through.size() - 1));
    this.line = curve.toArray(Coordinate[]::new);
    this.bends = bends(line);
  }

  /** The boxes of the pieces between two given points each. */
  private static List<Envelope> bends(Coordinate[] line) {
    List<Envelope> boxes = new ArrayList<>();
    for (int start = 0; start + 1 < line.length; start += PIECES_BETWEEN_POINTS) {
      Envelope box = new Envelope();
      for (int i = start; i <= start + PIECES_BETWEEN_POINTS; i++) {
        box.expandToInclude(line[i]);
      }
      boxes.add(box);
    }
    return boxes;
  }

  public Seed.Role role() {
    return role;
  }

  /** Metres across. */
  public double width() {
    return width;
  }

  public Coordinate[] line() {
    return line.clone();
  }

  /**
   * Metres to the nearest point of the line. Called millions of times, hence no objects, one root,
   * and no look at bends that are farther than what was found.
   */
  public double distance(double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int bend = 0; bend < bends.size(); bend++) {
      if (squaredDistance(bends.get(bend), x, y) < nearest) {
        nearest = Math.min(nearest, squaredDistance(bend, x, y));
      }
    }
    return Math.sqrt(nearest);
  }

  private double squaredDistance(int bend, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    int start = bend * PIECES_BETWEEN_POINTS;
    for (int i = start; i < start + PIECES_BETWEEN_POINTS; i++) {
      nearest = Math.min(nearest, squaredDistance(line[i], line[i + 1], x, y));
    }
    return nearest;
  }

  private static double squaredDistance(Envelope box, double x, double y) {
    double dx = Math.max(0, Math.max(box.getMinX() - x, x - box.getMaxX()));
    double dy = Math.max(0, Math.max(box.getMinY() - y, y - box.getMaxY()));
    return dx * dx + dy * dy;
  }

  private static double squaredDistance(Coordinate start, Coordinate end, double x, double y) {
    double alongX = end.x - start.x;
    double alongY = end.y - start.y;
    double share =
        ((x - start.x) * alongX + (y - start.y) * alongY) / (alongX * alongX + alongY * alongY);
    double clamped = Math.max(0, Math.min(1, share));
    double dx = x - start.x - clamped * alongX;
    double dy = y - start.y - clamped * alongY;
    return dx * dx + dy * dy;
  }

  private static Coordinate pointBetween(List<Coordinate> points, int i, double t) {
    Coordinate p0 = points.get(Math.max(i - 1, 0));
    Coordinate p1 = points.get(i);
    Coordinate p2 = points.get(i + 1);
    Coordinate p3 = points.get(Math.min(i + 2, points.size() - 1));
    return new Coordinate(spline(p0.x, p1.x, p2.x, p3.x, t), spline(p0.y, p1.y, p2.y, p3.y, t));
  }

  private static double spline(double a, double b, double c, double d, double t) {
    double linear = c - a;
    double square = 2 * a - 5 * b + 4 * c - d;
    double cubic = 3 * b - a - 3 * c + d;
    return (2 * b + t * (linear + t * (square + t * cubic))) / 2;
  }
}
