package org.planpulse.samples.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Centre lines of roads: a grid of streets in the town, the highways of the sketch, and roads from
 * these to the town, the villages and the airport. Roads that meet share a vertex.
 */
public final class StreetPlan {

  private static final double SPACING = 250;
  private static final int REACH = 17;
  private static final int STREETS_TO_A_MAIN_ROAD = 4;

  /** How far from the town's edge, as a part of its radius, streets go. */
  private static final double LAST_RANK = 1.1;

  /**
   * @param type class of the road in words
   * @param line in EPSG:4525 metres
   */
  public record Street(String name, String type, Coordinate[] line) {}

  private final Blob town = CitySketch.town();
  private final List<Street> streets = new ArrayList<>();
  private final List<Coordinate> crossings = new ArrayList<>();
  private final List<Coordinate> highways = new ArrayList<>();

  private StreetPlan() {}

  public static List<Street> lay() {
    StreetPlan plan = new StreetPlan();
    for (int i = -REACH; i <= REACH; i++) {
      plan.addStreet(i, true);
      plan.addStreet(i, false);
    }
    CitySketch.courses().stream()
        .filter(course -> course.role() == Seed.Role.HIGHWAY)
        .forEach(plan::addHighway);
    CitySketch.villages().forEach(village -> plan.addBranch("样例嘎查路", village));
    plan.addBranch("样例机场路", CitySketch.airport());
    return plan.streets;
  }

  private void addStreet(int number, boolean eastWest) {
    List<Coordinate> line = new ArrayList<>();
    for (int i = -REACH; i <= REACH; i++) {
      Coordinate crossing = eastWest ? crossing(i, number) : crossing(number, i);
      if (town.rank(crossing.x, crossing.y) < LAST_RANK) {
        line.add(crossing);
      }
    }
    if (line.size() > 1) {
      String type = number % STREETS_TO_A_MAIN_ROAD == 0 ? "主干路" : "支路";
      add((eastWest ? "样例横街" : "样例纵街") + (number + REACH + 1), type, line);
      crossings.addAll(line);
    }
  }

  private static Coordinate crossing(int east, int north) {
    Coordinate centre = CitySketch.townCentre();
    return new Coordinate(centre.x + SPACING * east, centre.y + SPACING * north);
  }

  /** With a link from its point nearest to the town's centre to the nearest crossing of streets. */
  private void addHighway(Course course) {
    List<Coordinate> line = Arrays.asList(course.line());
    add("样例国道" + (highways.isEmpty() ? 1 : 2), "国道", line);
    Coordinate exit = nearest(line, CitySketch.townCentre());
    Coordinate crossing = nearest(crossings, exit);
    if (!exit.equals2D(crossing)) {
      add("样例进城路", "主干路", List.of(exit, crossing));
    }
    highways.addAll(line);
  }

  private void addBranch(String name, Coordinate place) {
    add(name, "县道", List.of(place, nearest(highways, place)));
  }

  private static Coordinate nearest(List<Coordinate> points, Coordinate to) {
    return points.stream().min(Comparator.comparingDouble(to::distance)).orElseThrow();
  }

  private void add(String name, String type, List<Coordinate> line) {
    streets.add(new Street(name, type, line.toArray(Coordinate[]::new)));
  }
}
