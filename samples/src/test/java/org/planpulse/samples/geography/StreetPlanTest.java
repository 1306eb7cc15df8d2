package org.planpulse.samples.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.StreetPlan.Street;

class StreetPlanTest {

  private final List<Street> streets = StreetPlan.lay();

  @Test
  void everyVillageTheAirportAndTheTownLieOnOneNetwork() {
    Set<Coordinate> reached = reachedFrom(streets.get(0).line()[0]);

    assertThat(streets).allSatisfy(street -> assertThat(reached).contains(street.line()));
    assertThat(reached).containsAll(CitySketch.villages()).contains(CitySketch.airport());
  }

  @Test
  void noRoadIsAPoint() {
    assertThat(streets)
        .allSatisfy(
            street -> assertThat(Set.of(street.line()[0])).doesNotContain(street.line()[1]));
  }

  /** Over vertices that roads share. */
  private Set<Coordinate> reachedFrom(Coordinate start) {
    Map<Coordinate, Set<Coordinate>> next = new HashMap<>();
    for (Street street : streets) {
      for (Coordinate vertex : street.line()) {
        next.computeIfAbsent(vertex, v -> new HashSet<>()).addAll(List.of(street.line()));
      }
    }
    Set<Coordinate> reached = new HashSet<>(Set.of(start));
    Deque<Coordinate> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Coordinate vertex : next.get(open.pop())) {
        if (reached.add(vertex)) {
          open.push(vertex);
        }
      }
    }
    return reached;
  }
}
