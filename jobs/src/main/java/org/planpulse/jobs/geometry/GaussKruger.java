package org.planpulse.jobs.geometry;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Gauss-Krüger projection of CGCS2000 in the series form of the national survey rules (annex to
 * 国土调查办发〔2008〕32号). In geometries and coordinates x is the easting or longitude and y the northing
 * or latitude, in metres and degrees.
 *
 * <p>Within 1.5° of the central meridian, a 3° zone, forward and inverse agree with the exact
 * projection to some micrometres; within 3° to a millimetre.
 *
 * @param centralMeridian degrees
 * @param falseEasting metres; holds the zone number in front where the zone is prefixed
 */
public record GaussKruger(double centralMeridian, double falseEasting) {

  /** EPSG code of CGCS2000 in degrees. */
  private static final int CGCS2000 = 4490;

  private static final double METRES_TO_ZONE = 1_000_000;
  private static final double CENTRE_EASTING = 500_000;

  /** Footpoint latitude: E = K0·x; the others belong to the odd powers of sin E. */
  static final double K0 = 1.57048761145450E-07;

  static final double K1 = 5.05250181314658E-03;
  static final double K2 = 2.98472908117274E-05;
  static final double K3 = 2.41627805607653E-07;
  static final double K4 = 2.22386705005766E-09;

  /** Easting 500 000 m at the central meridian, no zone number. */
  public static GaussKruger ofCentralMeridian(double degrees) {
    return new GaussKruger(degrees, CENTRE_EASTING);
  }

  /** 3° zone whose number precedes the easting. */
  public static GaussKruger ofZone3(int zone) {
    return new GaussKruger(3.0 * zone, zone * METRES_TO_ZONE + CENTRE_EASTING);
  }

  /** 6° zone whose number precedes the easting. */
  public static GaussKruger ofZone6(int zone) {
    return new GaussKruger(6.0 * zone - 3, zone * METRES_TO_ZONE + CENTRE_EASTING);
  }

  /** The projection of an EPSG code of CGCS2000, 3° or 6°, with or without zone number. */
  public static Optional<GaussKruger> ofEpsg(int code) {
    if (code >= 4491 && code <= 4501) {
      return Optional.of(ofZone6(13 + code - 4491));
    }
    if (code >= 4502 && code <= 4512) {
      return Optional.of(ofCentralMeridian(75 + 6 * (code - 4502)));
    }
    if (code >= 4513 && code <= 4533) {
      return Optional.of(ofZone3(25 + code - 4513));
    }
    if (code >= 4534 && code <= 4554) {
      return Optional.of(ofCentralMeridian(75 + 3 * (code - 4534)));
    }
    return Optional.empty();
  }

  /** Degrees to metres. */
  public Coordinate forward(Coordinate degrees) {
    double b = Math.toRadians(degrees.getY());
    double l = Math.toRadians(degrees.getX() - centralMeridian);
    double t2 = square(Math.tan(b));
    double eta2 = Cgcs2000.EP2 * square(Math.cos(b));
    double n = Cgcs2000.POLAR_RADIUS / Math.sqrt(1 + eta2);
    double m = l * Math.cos(b);
    double m2 = m * m;
    double northing =
        meridianArc(b)
            + n
                * Math.tan(b)
                * m2
                * (1 / 2.0
                    + m2
                        * ((5 - t2 + 9 * eta2 + 4 * eta2 * eta2) / 24
                            + m2 * (61 - 58 * t2 + t2 * t2 + 270 * eta2 - 330 * eta2 * t2) / 720));
    double easting =
        n
            * m
            * (1
                + m2
                    * ((1 - t2 + eta2) / 6
                        + m2 * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * eta2 * t2) / 120));
    return new Coordinate(falseEasting + easting, northing);
  }

  /** Metres to degrees. */
  public Coordinate inverse(Coordinate metres) {
    double bf = footpoint(metres.getY());
    double t = Math.tan(bf);
    double t2 = t * t;
    double eta2 = Cgcs2000.EP2 * square(Math.cos(bf));
    double v2 = 1 + eta2;
    double q = (metres.getX() - falseEasting) * Math.sqrt(v2) / Cgcs2000.POLAR_RADIUS;
    double q2 = q * q;
    double latitude =
        bf
            - v2
                * t
                * q2
                * (1 / 2.0
                    - q2
                        * ((5 + 3 * t2 + eta2 - 9 * eta2 * t2) / 24
                            - q2 * (61 + 90 * t2 + 45 * t2 * t2) / 720));
    double fromMeridian =
        q
            / Math.cos(bf)
            * (1
                - q2
                    * ((1 + 2 * t2 + eta2) / 6
                        - q2 * (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta2 + 8 * eta2 * t2) / 120));
    return new Coordinate(centralMeridian + Math.toDegrees(fromMeridian), Math.toDegrees(latitude));
  }

  /** A copy in metres of a geometry in degrees, vertex by vertex, without SRID. */
  public Geometry toMetres(Geometry degrees) {
    return moved(degrees, this::forward, 0);
  }

  /** A copy in degrees of a geometry in metres, vertex by vertex, with SRID 4490. */
  public Geometry toDegrees(Geometry metres) {
    return moved(metres, this::inverse, CGCS2000);
  }

  private static Geometry moved(Geometry geometry, UnaryOperator<Coordinate> move, int srid) {
    Geometry copy = geometry.copy();
    copy.apply(new EachVertex(move));
    copy.setSRID(srid);
    return copy;
  }

  /** Latitude in radians of the point of the central meridian with this northing. */
  static double footpoint(double northing) {
    double e = K0 * northing;
    double s = Math.sin(e);
    double s2 = s * s;
    return e + Math.cos(e) * s * (K1 - s2 * (K2 - s2 * (K3 - s2 * K4)));
  }

  /**
   * Length of the meridian from the equator in metres, by the series in the third flattening n
   * (Helmert); the terms dropped are below 0.1 μm.
   */
  static double meridianArc(double latitude) {
    double n = Cgcs2000.FLATTENING / (2 - Cgcs2000.FLATTENING);
    double n2 = n * n;
    double radius = Cgcs2000.SEMI_MAJOR_AXIS / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
    double sum =
        latitude
            - n * (3 / 2.0 - n2 * 9 / 16) * Math.sin(2 * latitude)
            + n2 * (15 / 16.0 - n2 * 15 / 32) * Math.sin(4 * latitude)
            - n2 * n * 35 / 48 * Math.sin(6 * latitude)
            + n2 * n2 * 315 / 512 * Math.sin(8 * latitude);
    return radius * sum;
  }

  private static double square(double value) {
    return value * value;
  }

  /** Replaces x and y of every vertex. */
  private record EachVertex(UnaryOperator<Coordinate> move) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence points, int i) {
      Coordinate moved = move.apply(points.getCoordinate(i));
      points.setOrdinate(i, CoordinateSequence.X, moved.getX());
      points.setOrdinate(i, CoordinateSequence.Y, moved.getY());
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
