package org.planpulse.samples.overlay;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;

/**
 * Gives smooth outlines the detail of a survey: midpoints are displaced again and again until
 * vertices are close together. A line's detail depends on its ends alone, so neighbours that share
 * a border share each vertex of it.
 */
final class SurveyedLine {

  private static final double MILLIMETRES = 1000;

  private final double longestStep;
  private final double roughness;

  /**
   * @param longestStep metres between vertices, at most
   * @param roughness largest displacement of a midpoint, as a share of the length; lines that meet
   *     at a sharp corner cross unless it is small
   */
  SurveyedLine(double longestStep, double roughness) {
    this.longestStep = longestStep;
    this.roughness = roughness;
  }

  /** A closed ring through all corners of the closed ring given; plane metres. */
  Coordinate[] ring(Coordinate[] corners) {
    CoordinateList detailed = new CoordinateList();
    for (int i = 1; i < corners.length; i++) {
      Coordinate from = corners[i - 1];
      Coordinate to = corners[i];
      detailed.add(from.copy(), false);
      if (from.compareTo(to) < 0) {
        detailed.add(between(from, to), false);
      } else {
        detailed.add(between(to, from), false, false);
      }
    }
    detailed.closeRing();
    return detailed.toCoordinateArray();
  }

  private Coordinate[] between(Coordinate from, Coordinate to) {
    CoordinateList line = new CoordinateList();
    divide(from, to, line);
    return line.toCoordinateArray();
  }

  /** Adds the vertices strictly between two points. */
  private void divide(Coordinate from, Coordinate to, CoordinateList line) {
    double length = from.distance(to);
    if (length <= longestStep) {
      return;
    }
    double shift = roughness * noise(from, to);
    Coordinate middle =
        new Coordinate(
            rounded((from.x + to.x) / 2 - shift * (to.y - from.y)),
            rounded((from.y + to.y) / 2 + shift * (to.x - from.x)));
    divide(from, middle, line);
    line.add(middle, false);
    divide(middle, to, line);
  }

  private static double rounded(double metres) {
    return Math.rint(metres * MILLIMETRES) / MILLIMETRES;
  }

  /** Between -1 and 1, scattered by the bits of both points. */
  private static double noise(Coordinate from, Coordinate to) {
    long bits = 31L * from.hashCode() + to.hashCode();
    bits = (bits ^ (bits >>> 31)) * 0x7fb5d329728ea185L;
    bits = (bits ^ (bits >>> 27)) * 0x81dadef4bc2dd44dL;
    return (bits >> 11) * 0x1.0p-52;
  }
}
