package org.planpulse.jobs.geometry;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/**
 * The seven parameters of Bursa and Wolf that lead from an old datum to CGCS2000, as a surveying
 * authority gives them (small-angle form: EPSG methods 9606 and 9607).
 *
 * @param convention the sign of the rotations
 * @param dx metres, as are dy and dz
 * @param rx seconds of arc, as are ry and rz
 * @param ppm change of scale in millionths
 */
public record SevenParameters(
    Convention convention,
    double dx,
    double dy,
    double dz,
    double rx,
    double ry,
    double rz,
    double ppm)
    implements Serializable {

  /** Whether rotations turn the vector of a point or, with the other sign, the frame around it. */
  public enum Convention {
    POSITION_VECTOR,
    COORDINATE_FRAME
  }

  /** A convention and seven numbers, with blanks between them. */
  public static final Pattern TEXT =
      Pattern.compile("(?:position_vector|coordinate_frame)(?: [+-]?\\d+(?:\\.\\d+)?){7}");

  private static final double RADIANS_PER_SECOND = Math.PI / 180 / 3600;

  /** Empty for a blank text. */
  public static Optional<SevenParameters> of(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("not seven parameters: " + text);
    }
    String[] parts = text.split(" ");
    double[] n = Arrays.stream(parts).skip(1).mapToDouble(Double::parseDouble).toArray();
    Convention convention =
        parts[0].equals("position_vector")
            ? Convention.POSITION_VECTOR
            : Convention.COORDINATE_FRAME;
    return Optional.of(new SevenParameters(convention, n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
  }

  /** As people read it: metres, seconds of arc, millionths. */
  @Override
  public String toString() {
    return "%s dx=%s dy=%s dz=%s m, rx=%s ry=%s rz=%s \u2033, %s ppm"
        .formatted(
            convention == Convention.POSITION_VECTOR ? "Position Vector" : "Coordinate Frame",
            dx,
            dy,
            dz,
            rx,
            ry,
            rz,
            ppm);
  }

  /**
   * Moves a place from the old ellipsoid to that of CGCS2000; heights are taken as zero, which is
   * worth less than a millimetre in place for each 100 m.
   *
   * @param degrees longitude and latitude; changed
   * @param semiMajorAxis metres, of the old ellipsoid
   */
  void apply(Coordinate degrees, double semiMajorAxis, double inverseFlattening) {
    double[] old = geocentric(degrees, semiMajorAxis, 1 / inverseFlattening);
    double sign = convention == Convention.POSITION_VECTOR ? 1 : -1;
    double a = sign * rx * RADIANS_PER_SECOND;
    double b = sign * ry * RADIANS_PER_SECOND;
    double c = sign * rz * RADIANS_PER_SECOND;
    double m = 1 + ppm * 1e-6;
    geodetic(
        dx + m * (old[0] - c * old[1] + b * old[2]),
        dy + m * (c * old[0] + old[1] - a * old[2]),
        dz + m * (-b * old[0] + a * old[1] + old[2]),
        degrees);
  }

  private static double[] geocentric(Coordinate degrees, double a, double flattening) {
    double latitude = Math.toRadians(degrees.y);
    double longitude = Math.toRadians(degrees.x);
    double e2 = flattening * (2 - flattening);
    double n = a / Math.sqrt(1 - e2 * Math.sin(latitude) * Math.sin(latitude));
    return new double[] {
      n * Math.cos(latitude) * Math.cos(longitude),
      n * Math.cos(latitude) * Math.sin(longitude),
      n * (1 - e2) * Math.sin(latitude)
    };
  }

  /** By Bowring's formula, exact to a micrometre near the ground. */
  private static void geodetic(double x, double y, double z, Coordinate degrees) {
    double p = Math.hypot(x, y);
    double theta = Math.atan2(z * Cgcs2000.SEMI_MAJOR_AXIS, p * Cgcs2000.SEMI_MINOR_AXIS);
    double sin = Math.sin(theta);
    double cos = Math.cos(theta);
    double latitude =
        Math.atan2(
            z + Cgcs2000.EP2 * Cgcs2000.SEMI_MINOR_AXIS * sin * sin * sin,
            p - Cgcs2000.E2 * Cgcs2000.SEMI_MAJOR_AXIS * cos * cos * cos);
    degrees.x = Math.toDegrees(Math.atan2(y, x));
    degrees.y = Math.toDegrees(latitude);
  }
}
