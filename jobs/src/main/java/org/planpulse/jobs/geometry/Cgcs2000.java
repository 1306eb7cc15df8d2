package org.planpulse.jobs.geometry;

/**
 * The CGCS2000 ellipsoid. Lengths in metres.
 *
 * <p>The official survey rules print derived constants; here they are either the printed number or
 * the defining expression, and a test derives the printed ones again.
 */
final class Cgcs2000 {

  static final double SEMI_MAJOR_AXIS = 6378137.0;
  static final double FLATTENING = 1 / 298.257222101;
  static final double SEMI_MINOR_AXIS = SEMI_MAJOR_AXIS * (1 - FLATTENING);

  /** First eccentricity squared, e². */
  static final double E2 = FLATTENING * (2 - FLATTENING);

  /** Second eccentricity squared, e'². */
  static final double EP2 = E2 / (1 - E2);

  /** Radius of curvature at the pole, c = a²/b. */
  static final double POLAR_RADIUS = SEMI_MAJOR_AXIS / (1 - FLATTENING);

  private Cgcs2000() {}

  /** Metres of a degree of longitude: N·cos B, with the radius of the prime vertical. */
  static double metresEastward(double latitude) {
    double b = Math.toRadians(latitude);
    return Math.toRadians(SEMI_MAJOR_AXIS / Math.sqrt(w2(b))) * Math.cos(b);
  }

  /** Metres of a degree of latitude: M, the radius of the meridian. */
  static double metresNorthward(double latitude) {
    double w2 = w2(Math.toRadians(latitude));
    return Math.toRadians(SEMI_MAJOR_AXIS * (1 - E2) / (w2 * Math.sqrt(w2)));
  }

  /** W² = 1 − e²·sin² B. */
  private static double w2(double b) {
    return 1 - E2 * Math.sin(b) * Math.sin(b);
  }
}
