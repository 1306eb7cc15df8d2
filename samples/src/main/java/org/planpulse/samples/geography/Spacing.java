package org.planpulse.samples.geography;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far apart parcels lie: closely in the farm, the town, villages and mines, widely in the
 * steppe. Grows with the distance from each, so that a square that is much larger than the spacing
 * at its centre cannot hide a dense place.
 */
final class Spacing {

  private static final double GROWTH = 0.4;
  private static final double FIELD = 105;

  private final double steppe;
  private final Blob town = CitySketch.town();
  private final Blob farm = CitySketch.farm();
  private final Blob lake = CitySketch.lake();
  private final List<Coordinate> villages = CitySketch.villages();
  private final List<Coordinate> mines = CitySketch.mines();
  private final Coordinate airport = CitySketch.airport();
  private final List<Course> courses;

  /**
   * @param steppe metres between parcels in open country
   */
  Spacing(double steppe, List<Course> courses) {
    this.steppe = steppe;
    this.courses = courses;
  }

  /** Metres between neighbouring parcels at a point. */
  double at(double x, double y) {
    double spacing = Math.min(steppe, around(town.x(), town.y(), 5_000, 0.2 * steppe, x, y));
    spacing = Math.min(spacing, around(farm.x(), farm.y(), farm.radius(), field(), x, y));
    spacing = Math.min(spacing, around(lake.x(), lake.y(), lake.radius(), 0.4 * steppe, x, y));
    spacing = Math.min(spacing, around(airport.x, airport.y, 900, 0.4 * steppe, x, y));
    for (Coordinate village : villages) {
      spacing = Math.min(spacing, around(village.x, village.y, 300, 0.15 * steppe, x, y));
    }
    for (Coordinate mine : mines) {
      spacing = Math.min(spacing, around(mine.x, mine.y, 500, 0.25 * steppe, x, y));
    }
    if (spacing < 0.6 * steppe) {
      return spacing;
    }
    for (Course course : courses) {
      spacing = Math.min(spacing, 0.6 * steppe + 0.3 * course.distance(x, y));
    }
    return spacing;
  }

  private double field() {
    return Math.min(FIELD, steppe);
  }

  private static double around(
      double placeX, double placeY, double reach, double least, double x, double y) {
    double beyond = Math.hypot(x - placeX, y - placeY) - reach;
    return least + GROWTH * Math.max(0, beyond);
  }
}
