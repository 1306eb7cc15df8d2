package org.planpulse.samples.geography;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.Blob.Wave;

/**
 * The map of the invented city. Only the size, the extent and the place of the town are those of
 * the real one; outline, roads, villages, mines and lake are made up. Written in kilometres from
 * the town centre.
 */
public final class CitySketch {

  /** Corners of the city's outline before parcels replace it. */
  static final int OUTLINE_CORNERS = 720;

  private static final double CITY_AREA = 4_015.1e6;
  private static final Coordinate CENTRE = new GaussKruger().toPlane(new Coordinate(111.98, 43.65));

  private final Blob outline;

  public CitySketch() {
    outline =
        blob(
                -11.2,
                -27.2,
                35.7,
                new Wave(2, 0.13, 100),
                new Wave(3, 0.05, 20),
                new Wave(5, 0.03, 50),
                new Wave(9, 0.012, 10),
                new Wave(14, 0.006, 5))
            .withArea(CITY_AREA, OUTLINE_CORNERS, new EllipsoidalArea());
  }

  /** Star-shaped, about 4015 km2. */
  public Blob outline() {
    return outline;
  }

  /** The shape of the town: parcels are built up from its centre outwards. */
  public static Blob town() {
    return blob(0, 0, 4.0, new Wave(2, 0.10, 30), new Wave(3, 0.06, 80), new Wave(7, 0.02, 10));
  }

  /** The cooperation zone is the part of the town's surroundings on this side. */
  public static boolean inCooperationZone(double x, double y) {
    double east = x - CENTRE.x;
    double north = y - CENTRE.y;
    return east > 1_500 && Math.abs(north) < 2_600 && east < 7_000;
  }

  public static Coordinate townCentre() {
    return CENTRE.copy();
  }

  public static Blob farm() {
    return blob(-9.5, 1.5, 0.64);
  }

  public static Blob lake() {
    return blob(-2, -54, 3.2, new Wave(2, 0.2, 20), new Wave(5, 0.05, 0));
  }

  public static Coordinate airport() {
    return at(9, -13);
  }

  /** Five places, one for each gacha. */
  public static List<Coordinate> villages() {
    return List.of(at(-24, -17), at(-38, -27), at(-7, -34), at(11, -22), at(-9, -58));
  }

  /** The first lies inside the ecological red line. */
  public static List<Coordinate> mines() {
    return List.of(at(-22, -45), at(6, -37), at(-32, -15));
  }

  /** In the order in which one interrupts another where they cross. */
  public static List<Course> courses() {
    return List.of(
        course(
            Seed.Role.RAILWAY,
            60,
            at(-4, 18),
            at(-1.5, 7),
            at(-0.3, 0.5),
            at(2, -6),
            at(6, -18),
            at(9, -32),
            at(12, -48),
            at(20, -66)),
        course(
            Seed.Role.HIGHWAY,
            45,
            at(-1.6, -1.2),
            at(-5, -9),
            at(-9, -22),
            at(-14, -40),
            at(-16, -56),
            at(-13, -82)),
        course(
            Seed.Role.HIGHWAY,
            40,
            at(-60, -24),
            at(-40, -17),
            at(-20, -9),
            at(-4, -3.5),
            at(4, -4),
            at(14, -9),
            at(40, -13)),
        course(
            Seed.Role.RIVER,
            130,
            at(-34, -44),
            at(-28, -47),
            at(-20, -50),
            at(-8, -51.5),
            at(-4, -53.5)));
  }

  private static Course course(Seed.Role role, double width, Coordinate... through) {
    return new Course(role, width, Arrays.asList(through));
  }

  /** A shape written in kilometres from the town centre. */
  public static Blob blob(double east, double north, double radius, Wave... waves) {
    Coordinate centre = at(east, north);
    return new Blob(centre.x, centre.y, 1000 * radius, List.of(waves));
  }

  /** So many kilometres from the town centre, in EPSG:4525 metres. */
  public static Coordinate at(double east, double north) {
    return new Coordinate(CENTRE.x + 1000 * east, CENTRE.y + 1000 * north);
  }
}
