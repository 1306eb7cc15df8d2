package org.planpulse.jobs.ingest.crs;

/** What people call a CRS: its EPSG code, or the name in its text. */
final class CrsName {

  private static final int READABLE = 60;

  private CrsName() {}

  static boolean isCode(String crs) {
    return crs.matches("EPSG:\\d+");
  }

  /** A text that is none gives its beginning. */
  static String of(String crs) {
    return HorizontalWkt.in(crs).map(HorizontalWkt::name).orElse(beginning(crs));
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= READABLE ? line : line.substring(0, READABLE) + "…";
  }
}
