package org.planpulse.samples.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where the parcels' seeds lie. Pairs of seeds on both sides of the outline make cells end there;
 * three rows along a course make the cells of the middle row a ribbon; a jittered quadtree fills
 * the rest.
 */
final class SeedPattern {

  private static final int TRIALS = 8;
  private static final double TOLERANCE = 0.01;
  private static final double STEP = 0.8;
  private static final double RIM_STEP = 0.7;
  private static final double RIM_OFFSET = 0.35;
  private static final double RIM_CLEARANCE = 0.62;

  private final Blob outline;
  private final List<Course> courses;
  private final Spacing spacing;
  private final Random random;
  private final List<Seed> seeds = new ArrayList<>();

  private SeedPattern(CitySketch sketch, double steppe, long seed) {
    this.outline = sketch.outline();
    this.courses = CitySketch.courses();
    this.spacing = new Spacing(steppe, courses);
    this.random = new Random(seed);
  }

  /** About so many seeds inside the outline, and those beyond it that bound the outermost cells. */
  static List<Seed> of(CitySketch sketch, int wanted, long seed) {
    double steppe = Math.sqrt(1.6 * 4.0e9 / wanted);
    List<Seed> seeds = new SeedPattern(sketch, steppe, seed).scatter();
    for (int i = 0; i < TRIALS; i++) {
      double surplus = (double) countInside(sketch, seeds) / wanted;
      if (Math.abs(surplus - 1) < TOLERANCE) {
        return seeds;
      }
      steppe *= Math.sqrt(surplus);
      seeds = new SeedPattern(sketch, steppe, seed).scatter();
    }
    return seeds;
  }

  private static long countInside(CitySketch sketch, List<Seed> seeds) {
    Blob outline = sketch.outline();
    return seeds.stream().filter(s -> outline.contains(s.site().x, s.site().y)).count();
  }

  private List<Seed> scatter() {
    for (int i = 0; i < courses.size(); i++) {
      rowsAlong(courses.get(i), courses.subList(0, i));
    }
    pairsAlongRim();
    double half = 1.4 * outline.radius();
    fill(outline.x(), outline.y(), 2 * half);
    return seeds;
  }

  private void rowsAlong(Course course, List<Course> stronger) {
    walk(
        course.line(),
        STEP,
        (x, y, alongX, alongY) -> {
          if (isClear(stronger, x, y, course.width())) {
            double sideX = -alongY * course.width();
            double sideY = alongX * course.width();
            add(x, y, course.role());
            add(x + sideX, y + sideY, Seed.Role.OPEN);
            add(x - sideX, y - sideY, Seed.Role.OPEN);
          }
        });
  }

  private void pairsAlongRim() {
    walk(
        outline.ring(CitySketch.OUTLINE_CORNERS),
        RIM_STEP,
        (x, y, alongX, alongY) -> {
          double offset = RIM_OFFSET * spacing.at(x, y);
          if (isClear(courses, x, y, 0)) {
            add(x + alongY * offset, y - alongX * offset, Seed.Role.OPEN);
            add(x - alongY * offset, y + alongX * offset, Seed.Role.OPEN);
          }
        });
  }

  /** Visits points of a line so many spacings apart, with the line's direction there. */
  private void walk(Coordinate[] line, double step, Visitor visitor) {
    double at = 0;
    for (int i = 0; i + 1 < line.length; i++) {
      double length = line[i].distance(line[i + 1]);
      double alongX = (line[i + 1].x - line[i].x) / length;
      double alongY = (line[i + 1].y - line[i].y) / length;
      while (at < length) {
        double x = line[i].x + at * alongX;
        double y = line[i].y + at * alongY;
        visitor.visit(x, y, alongX, alongY);
        at += step * spacing.at(x, y) * (0.95 + 0.1 * random.nextDouble());
      }
      at -= length;
    }
  }

  private void fill(double x, double y, double size) {
    double local = spacing.at(x, y);
    if (size > local * (0.8 + 0.5 * random.nextDouble())) {
      double quarter = size / 4;
      fill(x - quarter, y + quarter, size / 2);
      fill(x + quarter, y + quarter, size / 2);
      fill(x - quarter, y - quarter, size / 2);
      fill(x + quarter, y - quarter, size / 2);
      return;
    }
    double siteX = x + 0.6 * size * (random.nextDouble() - 0.5);
    double siteY = y + 0.6 * size * (random.nextDouble() - 0.5);
    if (outline.contains(siteX, siteY)
        && outline.distanceToRim(siteX, siteY) > RIM_CLEARANCE * local
        && isClear(courses, siteX, siteY, 0)) {
      add(siteX, siteY, Seed.Role.OPEN);
    }
  }

  /**
   * Whether a seed here, with its own rows so far aside, leaves the cells along the courses whole.
   */
  private boolean isClear(List<Course> others, double x, double y, double aside) {
    double clearance = 0.62 * STEP * spacing.at(x, y) + aside;
    for (Course course : others) {
      if (course.distance(x, y) < clearance + course.width()) {
        return false;
      }
    }
    return true;
  }

  private void add(double x, double y, Seed.Role role) {
    seeds.add(new Seed(Blob.millimetres(x, y), role));
  }

  private interface Visitor {
    void visit(double x, double y, double alongX, double alongY);
  }
}
