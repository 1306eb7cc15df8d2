package org.planpulse.jobs.ingest.crs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.planpulse.jobs.geometry.ReferenceSystem;

/**
 * Tells the CRS of a text, whichever vendor wrote it: by the EPSG code it carries, by the numbers
 * of the Chinese systems, or by its name, if all its numbers are those of the system of that name.
 * A readable text of which EPSG knows nothing is itself the CRS.
 */
public final class WktCrs {

  private static final Pattern TRANSVERSE_MERCATOR =
      Pattern.compile("Gauss[-_ ]Kr(?:u|ü|ue)ger|Transverse[_ ]Mercator", Pattern.CASE_INSENSITIVE);
  private static final Pattern THREE_DEGREES =
      Pattern.compile("3[-_ ]?degree", Pattern.CASE_INSENSITIVE);

  private final Map<String, Integer> names;

  /**
   * @param names EPSG codes by the names that vendors write
   */
  public WktCrs(Map<String, Integer> names) {
    this.names = names;
  }

  /**
   * @param agreed CRS the text is expected to mean, {@code EPSG:n}
   * @return {@code EPSG:n}, else the horizontal part of the text, which transforms as it is; empty
   *     when it cannot be read
   */
  Optional<String> read(String wkt, Optional<String> agreed) {
    return HorizontalWkt.in(wkt).flatMap(horizontal -> read(horizontal, agreed));
  }

  private Optional<String> read(HorizontalWkt wkt, Optional<String> agreed) {
    Optional<String> code = wkt.authority().or(() -> chinese(wkt).map(String::valueOf));
    return code.isPresent() ? code.map(n -> "EPSG:" + n) : foreign(wkt, agreed);
  }

  private static Optional<Integer> chinese(HorizontalWkt wkt) {
    Optional<ChineseCrs> datum = ChineseCrs.named(wkt.text());
    if (datum.isEmpty() || !wkt.projected()) {
      return datum.map(ChineseCrs::geographic);
    }
    OptionalDouble meridian = wkt.parameter("central_meridian|Longitude of natural origin");
    OptionalDouble easting = wkt.parameter("false_easting|False easting");
    return gaussKruger(wkt) && meridian.isPresent() && easting.isPresent()
        ? datum
            .get()
            .projected(
                meridian.getAsDouble(),
                easting.getAsDouble(),
                !THREE_DEGREES.matcher(wkt.name()).find())
        : Optional.empty();
  }

  private static boolean gaussKruger(HorizontalWkt wkt) {
    return TRANSVERSE_MERCATOR.matcher(wkt.method()).find()
        && wkt.parameter("scale_factor|Scale factor at natural origin").orElse(1) == 1
        && wkt.parameter("false_northing|False northing").orElse(0) == 0
        && wkt.parameter("latitude_of_origin|Latitude of natural origin").orElse(0) == 0;
  }

  private Optional<String> foreign(HorizontalWkt wkt, Optional<String> agreed) {
    String text = wkt.eastingFirst();
    try {
      CoordinateReferenceSystem delivered = ReferenceSystem.of(text);
      return candidates(wkt.name(), agreed.filter(code -> ReferenceSystem.isModern(delivered)))
          .filter(code -> isThe(code, delivered))
          .findFirst()
          .or(() -> Optional.of(text));
    } catch (FactoryException e) {
      return Optional.empty();
    }
  }

  /**
   * What was agreed, the names of the list, and the names EPSG itself gives, which vendors write
   * with underscores. On old ellipsoids only a name tells the datum.
   */
  private Stream<String> candidates(String name, Optional<String> agreed) {
    return Stream.of(
            agreed.map(code -> code.replace("EPSG:", "")).orElse(null),
            Objects.toString(names.get(name), null),
            name,
            name.replace('_', ' '))
        .filter(Objects::nonNull)
        .map(WktCrs::code)
        .flatMap(Optional::stream);
  }

  private static Optional<String> code(String codeOrName) {
    try {
      return ReferenceSystem.of("EPSG:" + codeOrName).getIdentifiers().stream()
          .map(Object::toString)
          .filter(id -> id.startsWith("EPSG:"))
          .findFirst();
    } catch (FactoryException e) {
      return Optional.empty();
    }
  }

  private static boolean isThe(String code, CoordinateReferenceSystem delivered) {
    try {
      return ReferenceSystem.sameNumbers(delivered, ReferenceSystem.of(code));
    } catch (FactoryException e) {
      return false;
    }
  }
}
