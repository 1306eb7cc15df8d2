package org.planpulse.jobs.geometry;

import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/**
 * The same patch, its edges straight in degrees, measured by two independent methods.
 *
 * @param seriesM2 area in m² by the official trapezoid series
 * @param geodesicM2 area in m² by geodesic polygons
 */
public record AreaCrossCheck(double seriesM2, double geodesicM2) {

  /** m². Below half of the last digit kept, for patches up to half a square kilometre. */
  private static final double ABSOLUTE_TOLERANCE = 0.005;

  private static final double RELATIVE_TOLERANCE = 1e-8;

  /** Measures a Polygon or MultiPolygon in degrees, x = longitude. */
  public static AreaCrossCheck of(Geometry polygonal) {
    return new AreaCrossCheck(
        EllipsoidalArea.squareMetres(polygonal, Edge.STRAIGHT_IN_DEGREES),
        GeodesicArea.squareMetres(polygonal));
  }

  public double differenceM2() {
    return seriesM2 - geodesicM2;
  }

  /** The larger of 0.005 m² and 10⁻⁸ of the area. */
  public double toleranceM2() {
    return Math.max(ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE * Math.abs(geodesicM2));
  }

  public boolean agrees() {
    return Math.abs(differenceM2()) <= toleranceM2();
  }
}
