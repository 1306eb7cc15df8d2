package org.planpulse.jobs.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * The coordinates of Chinese map services: GCJ-02, which is WGS 84 with an offset of up to some 700
 * m, and BD-09, which is GCJ-02 with another. There is no official formula; the published one (that
 * of the library eviltransform and its kin) is inverted here to a tenth of a millimetre, while it
 * agrees with the services themselves to some metres: good for points of interest, not for parcels.
 * Numbers never reveal these systems, so they must be declared.
 */
public enum MapOffset {
  GCJ_02("GCJ-02"),
  BD_09("BD-09");

  private static final double SEMI_MAJOR_AXIS = 6378245.0;
  private static final double E2 = 0.00669342162296594323;
  private static final double BAIDU_WAVES = Math.PI * 3000 / 180;

  /** Degrees: a tenth of a millimetre. */
  private static final double PRECISION = 1e-9;

  private static final int MAX_STEPS = 30;

  private final String code;

  MapOffset(String code) {
    this.code = code;
  }

  /**
   * @param crs as contracts and settings write it
   */
  public static Optional<MapOffset> of(String crs) {
    for (MapOffset offset : values()) {
      if (offset.code.equals(crs)) {
        return Optional.of(offset);
      }
    }
    return Optional.empty();
  }

  /**
   * Adds the offset.
   *
   * @param degrees longitude and latitude of WGS 84 or CGCS2000
   */
  Coordinate add(Coordinate degrees) {
    Coordinate gcj = gcj(degrees);
    return this == GCJ_02 ? gcj : baidu(gcj);
  }

  /**
   * Takes the offset away by iteration: the place whose shifted coordinates are these.
   *
   * @param shifted longitude and latitude; changed
   */
  void remove(Coordinate shifted) {
    Coordinate place = shifted.copy();
    for (int step = 0; step < MAX_STEPS; step++) {
      Coordinate found = add(place);
      double x = shifted.x - found.x;
      double y = shifted.y - found.y;
      place.x += x;
      place.y += y;
      if (Math.abs(x) < PRECISION && Math.abs(y) < PRECISION) {
        break;
      }
    }
    shifted.x = place.x;
    shifted.y = place.y;
  }

  private static Coordinate gcj(Coordinate degrees) {
    if (abroad(degrees)) {
      return degrees.copy();
    }
    double x = degrees.x - 105;
    double y = degrees.y - 35;
    double latitude = Math.toRadians(degrees.y);
    double w2 = 1 - E2 * Math.sin(latitude) * Math.sin(latitude);
    double w = Math.sqrt(w2);
    double metresPerRadian = SEMI_MAJOR_AXIS / w * Math.cos(latitude);
    double metresPerRadianNorth = SEMI_MAJOR_AXIS * (1 - E2) / (w2 * w);
    double root = Math.sqrt(Math.abs(x));
    double common = waves(x, 6, 20, 2, 20);
    double east =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * root
            + common
            + waves(x, 1, 20, 1.0 / 3, 40)
            + waves(x, 1.0 / 12, 150, 1.0 / 30, 300);
    double north =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * root
            + common
            + waves(y, 1, 20, 1.0 / 3, 40)
            + waves(y, 1.0 / 12, 160, 1.0 / 30, 320);
    return new Coordinate(
        degrees.x + Math.toDegrees(east / metresPerRadian),
        degrees.y + Math.toDegrees(north / metresPerRadianNorth));
  }

  /** Two thirds of the sum of two sine waves, metres. */
  private static double waves(double x, double f1, double a1, double f2, double a2) {
    return (a1 * Math.sin(f1 * x * Math.PI) + a2 * Math.sin(f2 * x * Math.PI)) * 2 / 3;
  }

  private static boolean abroad(Coordinate degrees) {
    return degrees.x < 72.004 || degrees.x > 137.8347 || degrees.y < 0.8293 || degrees.y > 55.8271;
  }

  private static Coordinate baidu(Coordinate gcj) {
    double radius = Math.hypot(gcj.x, gcj.y) + 0.00002 * Math.sin(gcj.y * BAIDU_WAVES);
    double angle = Math.atan2(gcj.y, gcj.x) + 0.000003 * Math.cos(gcj.x * BAIDU_WAVES);
    return new Coordinate(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
  }
}
