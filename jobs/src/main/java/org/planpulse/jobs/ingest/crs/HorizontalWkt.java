package org.planpulse.jobs.ingest.crs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The horizontal part of a CRS text: WKT 1, WKT 2 or what vendors write. Heights that come with it,
 * in a compound system or behind it, decide nothing here.
 *
 * @param text from the keyword to its closing bracket
 */
record HorizontalWkt(String text) {

  private static final Pattern START =
      Pattern.compile(
          "\\b(?:PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS)\\s*\\[", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("\\[\\s*\"([^\"]*)\"");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*\\]\\s*\\]$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern METHOD =
      Pattern.compile("(?:PROJECTION|METHOD)\\s*\\[\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern AXIS =
      Pattern.compile(",\\s*AXIS\\s*\\[[^\\[\\]]*\\]", Pattern.CASE_INSENSITIVE);

  static Optional<HorizontalWkt> in(String text) {
    Matcher start = START.matcher(text);
    return start.find()
        ? Optional.of(new HorizontalWkt(text.substring(start.start(), end(text, start.end()))))
        : Optional.empty();
  }

  String name() {
    return first(NAME).orElse("");
  }

  /** The EPSG code the system itself carries, not one of its parts. */
  Optional<String> authority() {
    return first(AUTHORITY);
  }

  boolean projected() {
    return text.regionMatches(true, 0, "PROJ", 0, 4);
  }

  /** Name of the projection; empty for degrees. */
  String method() {
    return first(METHOD).orElse("");
  }

  /**
   * @param names by which the parameter goes, as alternatives of a regular expression
   */
  OptionalDouble parameter(String names) {
    Matcher matcher =
        Pattern.compile(
                "\"(?:" + names + ")\"\\s*,\\s*(-?\\d+(?:\\.\\d*)?)", Pattern.CASE_INSENSITIVE)
            .matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }

  /** The same in one line and without axes: files hold easting before northing whatever it says. */
  String eastingFirst() {
    return AXIS.matcher(text).replaceAll("").replaceAll("\\s*\\R\\s*", "");
  }

  private Optional<String> first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Behind the bracket that closes the one before {@code start}; brackets in names do not count.
   */
  private static int end(String text, int start) {
    int open = 1;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted) {
        open += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
      if (open == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
