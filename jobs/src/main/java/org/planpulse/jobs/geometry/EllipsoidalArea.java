package org.planpulse.jobs.geometry;

import java.math.BigDecimal;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Area of a patch on the CGCS2000 ellipsoid by the official method of the land surveys (annex to
 * 国土调查办发〔2008〕32号, with the constants of CGCS2000): every edge, a reference meridian and the
 * parallels through its ends enclose a trapezoid; the signed trapezoids add up to the area.
 *
 * <p>Geometries are Polygon or MultiPolygon in degrees, x = longitude, y = latitude, not crossing
 * the 180th meridian. Orientation and start of a ring do not matter; holes are subtracted.
 *
 * <p>The reference meridian of a ring is the longitude of its first vertex. The method allows any;
 * a distant one would subtract trapezoids of thousands of square kilometres to get a parcel of a
 * few square metres, and lose the digits that matter.
 */
public final class EllipsoidalArea {

  /** What runs between two vertices. */
  public enum Edge {
    /** The official method: nothing but the vertices counts. */
    BY_VERTICES,
    /**
     * A straight line in the plane of longitude and latitude, as if it had infinitely many
     * vertices. Areas then add up exactly when a patch is cut in that plane. For edges of 100 m the
     * difference is about 0.01 m², and it grows with the third power of their length.
     */
    STRAIGHT_IN_DEGREES
  }

  /** The series' coefficients A to E, with their alternating signs. */
  private static final double[] SERIES = series(Cgcs2000.E2);

  private static final double B_SQUARED = Cgcs2000.SEMI_MINOR_AXIS * Cgcs2000.SEMI_MINOR_AXIS;
  private static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

  private EllipsoidalArea() {}

  /** Area in m² by the official method. */
  public static double squareMetres(Geometry polygonal) {
    return squareMetres(polygonal, Edge.BY_VERTICES);
  }

  /** Area in m²; the sum over the parts, each never negative if its holes lie inside. */
  public static double squareMetres(Geometry polygonal, Edge edge) {
    requireDegrees(polygonal);
    double sum = 0;
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      sum += ofPolygon((Polygon) polygonal.getGeometryN(i), edge);
    }
    return sum;
  }

  /** Area by the official method in whole units of 0.01 m², half up: sums depend on no order. */
  public static long hundredths(Geometry polygonal) {
    return Math.round(100 * squareMetres(polygonal));
  }

  /** {@link #hundredths} as m² with two decimals. */
  public static BigDecimal roundedM2(Geometry polygonal) {
    return BigDecimal.valueOf(hundredths(polygonal), 2);
  }

  static double[] series(double e2) {
    double e4 = e2 * e2;
    double e6 = e4 * e2;
    double e8 = e4 * e4;
    return new double[] {
      1 + 3 / 6.0 * e2 + 30 / 80.0 * e4 + 35 / 112.0 * e6 + 630 / 2304.0 * e8,
      -(1 / 6.0 * e2 + 15 / 80.0 * e4 + 21 / 112.0 * e6 + 420 / 2304.0 * e8),
      3 / 80.0 * e4 + 7 / 112.0 * e6 + 180 / 2304.0 * e8,
      -(1 / 112.0 * e6 + 45 / 2304.0 * e8),
      5 / 2304.0 * e8
    };
  }

  private static double ofPolygon(Polygon polygon, Edge edge) {
    if (polygon.isEmpty()) {
      return 0;
    }
    double area = ofRing(polygon.getExteriorRing().getCoordinateSequence(), edge);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ofRing(polygon.getInteriorRingN(i).getCoordinateSequence(), edge);
    }
    return area;
  }

  /** Area in m² within a closed ring of degrees, whatever its direction. */
  static double ofRing(CoordinateSequence points, Edge edge) {
    double reference = points.getX(0);
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum +=
          besideEdge(
              points.getX(i - 1) - reference,
              points.getY(i - 1),
              points.getX(i) - reference,
              points.getY(i),
              edge);
    }
    return Math.abs(sum);
  }

  /**
   * Signed area in m² between an edge and the reference meridian; positive where the edge runs
   * north and lies east of it.
   *
   * @param x1 degrees from the reference meridian, as {@code x2}
   */
  static double besideEdge(double x1, double y1, double x2, double y2, Edge edge) {
    double half = Math.toRadians(y2 - y1) / 2;
    double middle = Math.toRadians(y2 + y1) / 2;
    double area = Math.toRadians(x1 + x2) / 2 * zone(half, middle);
    if (edge == Edge.STRAIGHT_IN_DEGREES) {
      area -= Math.toRadians(x2 - x1) * bend(half, middle) / 2;
    }
    return 2 * B_SQUARED * area;
  }

  /**
   * Σ ± c_k·sin(k·ΔB/2)·cos(k·Bm), k = 1, 3, 5, 7, 9: the zone between two parallels for a
   * difference of longitude of one radian, in units of 2b². Multiples of the angles come by
   * recurrence, so an edge costs one sine and one cosine.
   */
  private static double zone(double half, double middle) {
    double sin = Math.sin(half);
    double cos = Math.cos(middle);
    double sinStep = 2 - 4 * sin * sin; // 2·cos(2·half)
    double cosStep = 4 * cos * cos - 2; // 2·cos(2·middle)
    double sinBefore = -sin;
    double cosBefore = cos;
    double sum = 0;
    for (double coefficient : SERIES) {
      sum += coefficient * sin * cos;
      double sinNext = sinStep * sin - sinBefore;
      double cosNext = cosStep * cos - cosBefore;
      sinBefore = sin;
      cosBefore = cos;
      sin = sinNext;
      cos = cosNext;
    }
    return sum;
  }

  /**
   * What a straight edge adds to its trapezoid, per radian of longitude and in units of b²: the
   * integral of (L − Lm)·dS over the edge, solved term by term of the series, Σ ±
   * c_k·sin(k·Bm)·(sin x/x − cos x) with x = k·ΔB/2.
   */
  private static double bend(double half, double middle) {
    double sum = 0;
    int k = 1;
    for (double coefficient : SERIES) {
      sum += coefficient * Math.sin(k * middle) * sincMinusCosine(k * half);
      k += 2;
    }
    return sum;
  }

  /** sin x/x − cos x; by its power series where the difference would cancel. */
  private static double sincMinusCosine(double x) {
    double square = x * x;
    if (square < 1e-2) {
      return square
          * (1 / 3.0 - square * (1 / 30.0 - square * (1 / 840.0 - square * (1 / 45360.0))));
    }
    return Math.sin(x) / x - Math.cos(x);
  }

  private static void requireDegrees(Geometry geometry) {
    if (!(geometry instanceof Polygon) && !(geometry instanceof MultiPolygon)) {
      throw new IllegalArgumentException("no area of a " + geometry.getGeometryType());
    }
    Envelope extent = geometry.getEnvelopeInternal();
    if (!extent.isNull() && !DEGREES.contains(extent)) {
      throw new IllegalArgumentException("not longitude and latitude in degrees: " + extent);
    }
  }
}
