package org.planpulse.jobs.ingest.crs;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The CRS of the three Chinese datums: geographic, and Gauss-Kruger in strips of 3° and 6°, with
 * the zone number before the easting (37 500 000) or without (500 000). EPSG numbers each series in
 * a row from west to east, so its first code gives all.
 */
enum ChineseCrs {
  CGCS2000("CGCS_?2000|China_?(?:Geodetic_Coordinate_System_)?2000", 4490, 4513, 4534, 4491, 4502),
  XIAN_1980("Xi_?an_?1980|Xi'?an ?1980", 4610, 2349, 2370, 2327, 2338),
  BEIJING_1954("Beijing[_ ]?1954", 4214, 2401, 2422, 21413, 21473);

  private static final int STRIPS_3 = 21;
  private static final int STRIPS_6 = 11;
  private static final int FIRST_ZONE_3 = 25;
  private static final int FIRST_ZONE_6 = 13;
  private static final double FALSE_EASTING = 500_000;
  private static final double ZONE_STEP = 1_000_000;

  /** Northings of China lie below this, in metres. */
  private static final double MAX_NORTHING = 6_000_000;

  private final Pattern names;
  private final int geographic;
  private final int zone3;
  private final int meridian3;
  private final int zone6;
  private final int meridian6;

  ChineseCrs(String names, int geographic, int zone3, int meridian3, int zone6, int meridian6) {
    this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    this.geographic = geographic;
    this.zone3 = zone3;
    this.meridian3 = meridian3;
    this.zone6 = zone6;
    this.meridian6 = meridian6;
  }

  static Optional<ChineseCrs> named(String wkt) {
    for (ChineseCrs datum : values()) {
      if (datum.names.matcher(wkt).find()) {
        return Optional.of(datum);
      }
    }
    return Optional.empty();
  }

  int geographic() {
    return geographic;
  }

  /**
   * EPSG code of a Gauss-Kruger projection.
   *
   * @param sixDegrees whether the strip is called a 6° one; where the central meridian serves both,
   *     3° and 6° projections are the same
   */
  Optional<Integer> projected(double centralMeridian, double falseEasting, boolean sixDegrees) {
    double prefix = (falseEasting - FALSE_EASTING) / ZONE_STEP;
    int strip3 = (int) Math.round((centralMeridian - 75) / 3);
    int strip6 = (int) Math.round((centralMeridian - 75) / 6);
    boolean on3 = centralMeridian == 75 + 3 * strip3 && inRange(strip3, STRIPS_3);
    boolean on6 = centralMeridian == 75 + 6 * strip6 && inRange(strip6, STRIPS_6);
    if (prefix == 0) {
      return sixDegrees && on6
          ? Optional.of(meridian6 + strip6)
          : on3 ? Optional.of(meridian3 + strip3) : Optional.empty();
    }
    if (on3 && prefix == strip3 + FIRST_ZONE_3) {
      return Optional.of(zone3 + strip3);
    }
    return on6 && prefix == strip6 + FIRST_ZONE_6 ? Optional.of(zone6 + strip6) : Optional.empty();
  }

  /** Whether the code is one of the Chinese series. */
  static boolean lists(int epsg) {
    return Arrays.stream(values())
        .anyMatch(
            datum ->
                epsg == datum.geographic
                    || inRange(epsg - datum.zone3, STRIPS_3)
                    || inRange(epsg - datum.zone6, STRIPS_6)
                    || inRange(epsg - datum.meridian3, STRIPS_3)
                    || inRange(epsg - datum.meridian6, STRIPS_6));
  }

  /** Whether coordinates can be in this CRS; true for every code outside the Chinese series. */
  static boolean admits(int epsg, Extent extent) {
    for (ChineseCrs datum : values()) {
      if (epsg == datum.geographic) {
        return geographicChina(extent);
      }
      if (inRange(epsg - datum.zone3, STRIPS_3)) {
        return inZone(FIRST_ZONE_3 + epsg - datum.zone3, extent);
      }
      if (inRange(epsg - datum.zone6, STRIPS_6)) {
        return inZone(FIRST_ZONE_6 + epsg - datum.zone6, extent);
      }
      if (inRange(epsg - datum.meridian3, STRIPS_3) || inRange(epsg - datum.meridian6, STRIPS_6)) {
        return inZone(0, extent);
      }
    }
    return true;
  }

  /**
   * The CGCS2000 system that coordinates alone reveal: degrees, or a zone number before the
   * easting.
   */
  static Optional<Integer> recognised(Extent extent) {
    if (geographicChina(extent)) {
      return Optional.of(CGCS2000.geographic);
    }
    int zone = (int) (extent.minX() / ZONE_STEP);
    if (!inZone(zone, extent)) {
      return Optional.empty();
    }
    if (inRange(zone - FIRST_ZONE_3, STRIPS_3)) {
      return Optional.of(CGCS2000.zone3 + zone - FIRST_ZONE_3);
    }
    return inRange(zone - FIRST_ZONE_6, STRIPS_6)
        ? Optional.of(CGCS2000.zone6 + zone - FIRST_ZONE_6)
        : Optional.empty();
  }

  private static boolean geographicChina(Extent extent) {
    return extent.within(70, 0, 140, 60);
  }

  private static boolean inZone(int zone, Extent extent) {
    return extent.within(zone * ZONE_STEP, 0, (zone + 1) * ZONE_STEP, MAX_NORTHING);
  }

  private static boolean inRange(int strip, int strips) {
    return strip >= 0 && strip < strips;
  }
}
