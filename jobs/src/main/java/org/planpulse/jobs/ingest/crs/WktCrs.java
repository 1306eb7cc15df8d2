package org.planpulse.jobs.ingest.crs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sedona.common.FunctionsGeoTools;

/** Finds the EPSG code of a CRS text, whichever vendor wrote it. */
public final class WktCrs {

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*\\]\\s*\\]\\s*$");
  private static final Pattern PROJECTED = Pattern.compile("^\\s*PROJ(?:CS|CRS)\\s*\\[");
  private static final Pattern SIX_DEGREES =
      Pattern.compile(
          "^\\s*PROJ(?:CS|CRS)\\s*\\[\\s*\"(?!.*3[-_ ]?degree)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Optional<Integer>> LOOKED_UP = new ConcurrentHashMap<>();

  private WktCrs() {}

  /** The code as {@code EPSG:n}; empty when the text is not a CRS or EPSG does not list it. */
  public static Optional<String> epsg(String wkt) {
    Matcher authority = AUTHORITY.matcher(wkt);
    if (authority.find()) {
      return Optional.of("EPSG:" + authority.group(1));
    }
    Optional<ChineseCrs> datum = ChineseCrs.named(wkt);
    Optional<Integer> code = datum.isPresent() ? chinese(datum.get(), wkt) : Optional.empty();
    return code.or(() -> LOOKED_UP.computeIfAbsent(wkt, WktCrs::lookup))
        .map(number -> "EPSG:" + number);
  }

  private static Optional<Integer> chinese(ChineseCrs datum, String wkt) {
    if (!PROJECTED.matcher(wkt).find()) {
      return wkt.stripLeading().startsWith("GEO")
          ? Optional.of(datum.geographic())
          : Optional.empty();
    }
    OptionalDouble meridian = parameter(wkt, "central_meridian");
    OptionalDouble easting = parameter(wkt, "false_easting");
    return meridian.isPresent() && easting.isPresent()
        ? datum.projected(
            meridian.getAsDouble(), easting.getAsDouble(), SIX_DEGREES.matcher(wkt).find())
        : Optional.empty();
  }

  private static OptionalDouble parameter(String wkt, String name) {
    Matcher matcher =
        Pattern.compile("\"" + name + "\"\\s*,\\s*(-?\\d+(?:\\.\\d*)?)", Pattern.CASE_INSENSITIVE)
            .matcher(wkt);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }

  /**
   * GeoTools compares with its whole database, which takes most of a minute: for foreign systems
   * without an authority only, and once for each text.
   */
  private static Optional<Integer> lookup(String wkt) {
    try {
      int srid = FunctionsGeoTools.wktCRSToSRID(wkt);
      return srid == 0 ? Optional.empty() : Optional.of(srid);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
