package org.planpulse.jobs.geometry;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Length of lines on the CGCS2000 ellipsoid: the sum of the geodesics between their points. */
public final class GeodesicLength {

  private static final Geodesic ELLIPSOID =
      new Geodesic(Cgcs2000.SEMI_MAJOR_AXIS, Cgcs2000.FLATTENING);

  private GeodesicLength() {}

  /** Metres; {@code lines} in degrees, x = longitude. Zero for points. */
  public static double metres(Geometry lines) {
    double sum = 0;
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      Coordinate[] points = lines.getGeometryN(i).getCoordinates();
      for (int k = 1; k < points.length; k++) {
        sum += metres(points[k - 1], points[k]);
      }
    }
    return sum;
  }

  private static double metres(Coordinate from, Coordinate to) {
    return ELLIPSOID.Inverse(from.y, from.x, to.y, to.x, GeodesicMask.DISTANCE).s12;
  }
}
