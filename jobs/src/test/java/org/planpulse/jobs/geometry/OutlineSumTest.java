package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class OutlineSumTest {

  private static final Geometry WEST = shape("POLYGON((0 0, 1 0, 1 1, 1 2, 0 2, 0 0))");
  private static final Geometry SOUTH_EAST = shape("POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))");
  private static final Geometry NORTH_EAST = shape("POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))");

  @Test
  void directionAndFirstPointOfRingsDoNotMatter() {
    assertThat(OutlineSum.of(shape("POLYGON((1 1, 1 0, 2 0, 2 1, 1 1))")))
        .isEqualTo(OutlineSum.of(SOUTH_EAST))
        .isEqualTo(OutlineSum.of(SOUTH_EAST.reverse()));
  }

  @Test
  void neighboursAddUpToTheLandTheyCover() {
    Geometry land = shape("POLYGON((0 0, 1 0, 2 0, 2 1, 2 2, 1 2, 0 2, 0 0))");
    assertThat(OutlineSum.of(WEST) + OutlineSum.of(SOUTH_EAST) + OutlineSum.of(NORTH_EAST))
        .isEqualTo(OutlineSum.of(land));
  }

  @Test
  void aParcelInTheHoleOfAnotherFillsIt() {
    Geometry ring =
        shape(
            "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3), (1 1, 2 1, 2 2, 1 1))");
    Geometry filling = shape("MULTIPOLYGON(((3 3, 3 6, 6 6, 6 3, 3 3)), ((1 1, 2 1, 2 2, 1 1)))");
    assertThat(OutlineSum.of(ring) + OutlineSum.of(filling))
        .isEqualTo(OutlineSum.of(shape("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))")));
  }

  @Test
  void aCleanCoverIsTheUnionWithTheGapsItLeaves() {
    assertThat(CleanCover.of(List.of(WEST, SOUTH_EAST, NORTH_EAST)))
        .hasValueSatisfying(cover -> assertThat(cover.getArea()).isEqualTo(4));
    Geometry frame = shape("POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))");
    assertThat(CleanCover.of(List.of(frame)))
        .hasValueSatisfying(cover -> assertThat(cover.getArea()).isEqualTo(72));
  }

  @Test
  void anOverlapAsLargeAsAGapIsNotTakenForACleanCover() {
    Geometry moved = shape("POLYGON((0.5 1, 1.5 1, 1.5 2, 0.5 2, 0.5 1))");
    assertThat(CleanCover.of(List.of(WEST, SOUTH_EAST, moved))).isEmpty();
  }

  @Test
  void landCoveredTwiceByParcelsThatMeetEachOtherIsFound() {
    assertThat(CleanCover.of(List.of(WEST, WEST))).isEmpty();
    assertThat(CleanCover.of(List.of(WEST, SOUTH_EAST, NORTH_EAST, SOUTH_EAST, NORTH_EAST)))
        .isEmpty();
    assertThat(CleanCover.of(List.of(WEST, WEST, WEST))).isEmpty();
  }

  @Test
  void aCornerInsideAnEdgeOfTheNeighbourLeavesTheQuestionOpen() {
    Geometry unaware = shape("POLYGON((0 0, 1 0, 1 2, 0 2, 0 0))");
    assertThat(CleanCover.of(List.of(unaware, SOUTH_EAST, NORTH_EAST))).isEmpty();
  }

  private static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
