package org.planpulse.jobs.ingest.crs;

import java.util.Locale;

/** Bounding box in the units of a CRS; x is easting or longitude. NaN when unknown. */
public record Extent(double minX, double minY, double maxX, double maxY) {

  public static final Extent UNKNOWN = new Extent(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  boolean known() {
    return Double.isFinite(minX + minY + maxX + maxY) && minX <= maxX && minY <= maxY;
  }

  boolean within(double west, double south, double east, double north) {
    return minX >= west && maxX <= east && minY >= south && maxY <= north;
  }

  String xRange() {
    return range(minX, maxX);
  }

  String yRange() {
    return range(minY, maxY);
  }

  private static String range(double low, double high) {
    return String.format(Locale.ROOT, "%.2f – %.2f", low, high);
  }
}
