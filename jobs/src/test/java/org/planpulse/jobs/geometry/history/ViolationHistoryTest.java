package org.planpulse.jobs.geometry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.history.Violation.State;

/** Boxes of whole hundredths of a degree. */
class ViolationHistoryTest {

  private static final List<Integer> YEARS = List.of(2020, 2021, 2022);

  @Test
  void whatStandsThroughAllYearsWasFirstSeenInTheFirst() {
    List<Find> finds = new ArrayList<>();
    YEARS.forEach(year -> finds.add(land(year, "p" + year, 0, 0, 1, 1)));

    assertThat(history(finds))
        .containsExactly(
            tuple(2020, 2020, State.NEW, List.of("p2020")),
            tuple(2021, 2020, State.OPEN, List.of("p2021")),
            tuple(2022, 2020, State.OPEN, List.of("p2022")));
  }

  @Test
  void whatLeavesHasOneRowInTheYearItIsGoneAndIsNewAgainWhenItComesBack() {
    List<Violation> violations =
        ViolationHistory.of(
            List.of(2020, 2021, 2022, 2023),
            List.of(land(2020, "p", 0, 0, 1, 1), land(2023, "q", 0, 0, 1, 1)));

    assertThat(summary(violations))
        .containsExactly(
            tuple(2020, 2020, State.NEW, List.of("p")),
            tuple(2021, 2020, State.GONE, List.of("p")),
            tuple(2023, 2020, State.NEW, List.of("q")));
    assertThat(violations.get(1).hundredths()).isEqualTo(violations.get(0).hundredths());
  }

  @Test
  void landAddedToAnOldViolationIsANewOneBesideIt() {
    assertThat(
            history(
                List.of(
                    land(2020, "a", 0, 0, 1, 1),
                    land(2021, "a", 0, 0, 1, 1),
                    land(2021, "b", 1, 0, 2, 1))))
        .contains(
            tuple(2021, 2020, State.OPEN, List.of("a")),
            tuple(2021, 2021, State.NEW, List.of("b")));
  }

  @Test
  void neighboursThatTouchInTheSameYearAreOneAndOthersAreNot() {
    List<Violation> violations =
        ViolationHistory.of(
            List.of(2020),
            List.of(
                land(2020, "a", 0, 0, 1, 1),
                land(2020, "c", 1, 0, 2, 1),
                land(2020, "b", 2, 0, 3, 1),
                land(2020, "far", 5, 0, 6, 1)));

    assertThat(violations)
        .extracting(Violation::parcels)
        .containsExactlyInAnyOrder(List.of("a", "b", "c"), List.of("far"));
    assertThat(violations.get(0).hundredths())
        .isEqualTo(3 * land(2020, "a", 0, 0, 1, 1).hundredths());
    assertThat(violations.get(0).shape().getArea()).isCloseTo(3e-4, within());
  }

  @Test
  void moreThanHalfOfTheSmallerOneMakesItTheSameAndLessDoesNot() {
    Find old = land(2020, "old", 0, 0, 2, 1);

    assertThat(history(List.of(old, land(2021, "most", 0.9, 0, 5, 1))))
        .contains(tuple(2021, 2020, State.OPEN, List.of("most")));
    assertThat(history(List.of(old, land(2021, "less", 1.1, 0, 5, 1))))
        .contains(
            tuple(2021, 2021, State.NEW, List.of("less")),
            tuple(2021, 2020, State.GONE, List.of("old")));
  }

  @Test
  void aViolationIsFollowedOverChangesOfItsBorder() {
    assertThat(
            history(
                List.of(
                    land(2020, "a", 0, 0, 2, 1),
                    land(2021, "b", 0.9, 0, 2.9, 1),
                    land(2022, "c", 1.8, 0, 3.8, 1))))
        .contains(tuple(2022, 2020, State.OPEN, List.of("c")));
  }

  @Test
  void aRoadIsTheSameHoweverItIsDrawn() {
    GeometryFactory factory = new GeometryFactory();
    Geometry first = factory.toGeometry(new Envelope(111, 111.1, 43, 43));
    Geometry redrawn = factory.toGeometry(new Envelope(111, 111.1, 43.00001, 43.00001));

    assertThat(
            history(
                List.of(
                    new Find(2020, List.of(), 100, first),
                    new Find(2021, List.of(), 101, redrawn))))
        .containsExactly(
            tuple(2020, 2020, State.NEW, List.of()),
            tuple(2021, 2020, State.OPEN, List.of()),
            tuple(2022, 2020, State.GONE, List.of()));
  }

  @Test
  void theOrderOfFindsChangesNothing() {
    List<Find> finds = new ArrayList<>();
    for (int year : YEARS) {
      for (int i = 0; i < 12; i++) {
        finds.add(land(year, year + "-" + i, 0.7 * i, year % 3, 0.7 * i + 1, year % 3 + 2));
      }
    }
    List<Violation> expected = ViolationHistory.of(YEARS, finds);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(finds, new Random(seed));
      List<Violation> shuffled = ViolationHistory.of(YEARS, finds);
      assertThat(shuffled).usingRecursiveComparison().ignoringFields("shape").isEqualTo(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(shuffled.get(i).shape().equalsExact(expected.get(i).shape())).isTrue();
      }
    }
  }

  @Test
  void newLandStaysOnTheListAsFarAsItStaysInTheGroup() {
    List<Find> found = List.of(land(2021, "n", 0, 0, 4, 1));
    List<Find> ground =
        List.of(
            land(2022, "kept", 0, 0, 3, 1),
            land(2022, "beside", 4, 0, 5, 1),
            land(2023, "again", 0, 0, 4, 1));

    List<Find> standing = StandingLand.of(List.of(2021, 2022, 2023), found, ground);

    assertThat(standing)
        .extracting(Find::year, Find::parcels)
        .containsExactly(
            tuple(2021, List.of("n")), tuple(2022, List.of("kept")), tuple(2023, List.of("again")));
    // What left the group in 2022 does not come back with the parcel of 2023.
    assertThat(standing.get(2).shape().getArea()).isCloseTo(3e-4, within());
    assertThat(standing.get(2).hundredths())
        .isCloseTo(
            EllipsoidalArea.hundredths(standing.get(1).shape()),
            org.assertj.core.data.Offset.offset(100L));
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }

  private static List<Tuple> history(List<Find> finds) {
    return summary(ViolationHistory.of(YEARS, finds));
  }

  private static List<Tuple> summary(List<Violation> violations) {
    return violations.stream()
        .map(v -> tuple(v.year(), v.firstSeen(), v.state(), v.parcels()))
        .toList();
  }

  private static Find land(int year, String id, double x1, double y1, double x2, double y2) {
    Geometry box =
        new GeometryFactory()
            .toGeometry(new Envelope(111 + x1 / 100, 111 + x2 / 100, 43 + y1 / 100, 43 + y2 / 100));
    return new Find(year, List.of(id), EllipsoidalArea.hundredths(box), box);
  }
}
