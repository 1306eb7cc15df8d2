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
}
