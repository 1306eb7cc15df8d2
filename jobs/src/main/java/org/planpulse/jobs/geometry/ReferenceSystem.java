package org.planpulse.jobs.geometry;

import javax.measure.quantity.Angle;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.PrimeMeridian;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.measure.Units;
import org.geotools.referencing.CRS;

/** Horizontal reference systems as files name them, always with easting or longitude first. */
public final class ReferenceSystem {

  /** Metres that an axis of one ellipsoid may differ. */
  private static final double AXIS_TOLERANCE = 1e-3;

  /**
   * Metres on the ground that two statements of one projection may differ. The two ways to state
   * the Swiss projection come out 4 cm apart here; other projections agree to a micrometre, and
   * systems that differ do so by metres.
   */
  private static final double TOLERANCE = 0.1;

  /** Degrees of a unit, which texts give to nine digits or more. */
  private static final double UNIT_TOLERANCE = 1e-8;

  /** Metres; of CGCS2000, WGS 84 and GRS 80. */
  private static final double SEMI_MAJOR_AXIS = 6378137;

  private static final int PROBES = 4;

  private ReferenceSystem() {}

  /**
   * @param crs {@code EPSG:n}, {@code EPSG:name} or a text in WKT 1
   * @throws FactoryException when there is no such system or the text cannot be read
   */
  public static CoordinateReferenceSystem of(String crs) throws FactoryException {
    return crs.startsWith("EPSG:") ? CRS.decode(crs, true) : CRS.parseWKT(crs);
  }

  /**
   * Whether degrees of the system are those of CGCS2000 within the accuracy of plans: WGS 84 and
   * the systems on GRS 80 share its ellipsoid and its place, older ones do not.
   */
  public static boolean isModern(CoordinateReferenceSystem crs) {
    Ellipsoid ellipsoid = CRS.getEllipsoid(crs);
    return ellipsoid != null && ellipsoid.getSemiMajorAxis() == SEMI_MAJOR_AXIS;
  }

  /** Name of the datum, {@code CH1903+} for example. */
  public static String datum(CoordinateReferenceSystem crs) {
    return crs instanceof SingleCRS single ? single.getDatum().getName().getCode() : "";
  }

  /**
   * Whether two systems give a place the same coordinates on the same ellipsoid; names, and so
   * datums on one ellipsoid, are not compared.
   *
   * @param listed of the EPSG registry, whose area of use is probed
   */
  public static boolean sameNumbers(
      CoordinateReferenceSystem delivered, CoordinateReferenceSystem listed) {
    if (delivered instanceof GeographicCRS one && listed instanceof GeographicCRS other) {
      return sameDegrees(one, other);
    }
    return delivered instanceof ProjectedCRS one
        && listed instanceof ProjectedCRS other
        && sameDegrees(one.getBaseCRS(), other.getBaseCRS())
        && sameProjection(one, other);
  }

  private static boolean sameDegrees(GeographicCRS one, GeographicCRS other) {
    Ellipsoid ellipsoid = one.getDatum().getEllipsoid();
    Ellipsoid expected = other.getDatum().getEllipsoid();
    return near(ellipsoid.getSemiMajorAxis(), expected.getSemiMajorAxis(), AXIS_TOLERANCE)
        && near(ellipsoid.getSemiMinorAxis(), expected.getSemiMinorAxis(), AXIS_TOLERANCE)
        && near(greenwich(one), greenwich(other), UNIT_TOLERANCE)
        && near(degrees(one), degrees(other), UNIT_TOLERANCE);
  }

  /**
   * Whether the system's numbers are longitude and latitude.
   *
   * @param crs as for {@link #of}
   */
  public static boolean isGeographic(String crs) throws FactoryException {
    return of(crs) instanceof GeographicCRS;
  }

  /** Whether numbers are degrees east of Greenwich, in two dimensions. */
  static boolean inDegrees(GeographicCRS crs) {
    return near(greenwich(crs), 0, UNIT_TOLERANCE)
        && near(degrees(crs), 1, UNIT_TOLERANCE)
        && crs.getCoordinateSystem().getDimension() == 2;
  }

  private static double greenwich(GeographicCRS crs) {
    PrimeMeridian meridian = crs.getDatum().getPrimeMeridian();
    return meridian
        .getAngularUnit()
        .getConverterTo(Units.DEGREE_ANGLE)
        .convert(meridian.getGreenwichLongitude());
  }

  private static double degrees(GeographicCRS crs) {
    return crs.getCoordinateSystem()
        .getAxis(0)
        .getUnit()
        .asType(Angle.class)
        .getConverterTo(Units.DEGREE_ANGLE)
        .convert(1.0);
  }

  private static boolean sameProjection(ProjectedCRS one, ProjectedCRS other) {
    GeographicBoundingBox area = CRS.getGeographicBoundingBox(other);
    return area != null && sameInside(area, one, other);
  }

  private static boolean sameInside(
      GeographicBoundingBox area, ProjectedCRS one, ProjectedCRS other) {
    MathTransform delivered = one.getConversionFromBase().getMathTransform();
    MathTransform listed = other.getConversionFromBase().getMathTransform();
    double width = area.getEastBoundLongitude() - area.getWestBoundLongitude();
    double height = area.getNorthBoundLatitude() - area.getSouthBoundLatitude();
    try {
      for (int i = 1; i < PROBES * PROBES; i++) {
        double[] place = {
          area.getWestBoundLongitude() + width * (i % PROBES) / PROBES,
          area.getSouthBoundLatitude() + height * (i / PROBES) / PROBES
        };
        double[] a = new double[2];
        double[] b = new double[2];
        delivered.transform(place, 0, a, 0, 1);
        listed.transform(place, 0, b, 0, 1);
        if (!near(a[0], b[0], TOLERANCE) || !near(a[1], b[1], TOLERANCE)) {
          return false;
        }
      }
      return true;
    } catch (TransformException e) {
      return false;
    }
  }

  private static boolean near(double one, double other, double tolerance) {
    return Math.abs(one - other) <= tolerance;
  }
}
