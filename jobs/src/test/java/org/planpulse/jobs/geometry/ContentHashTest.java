package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

class ContentHashTest {

  private static final Polygon PARCEL = Shapes.star(7, 9, 111.98, 43.65, 0.001);

  @Test
  void isSixteenHexadecimalDigits() {
    assertThat(ContentHash.of(PARCEL)).matches("[0-9a-f]{16}");
  }

  @Property(tries = 50)
  void startAndDirectionOfARingDoNotMatter(
      @ForAll @IntRange(max = 8) int start, @ForAll boolean backwards) {
    assertThat(ContentHash.of(Shapes.rewritten(PARCEL, start, backwards)))
        .isEqualTo(ContentHash.of(PARCEL));
  }

  @Test
  void heightAndASingleWrappingDoNotMatter() {
    assertThat(ContentHash.of(Shapes.wkt("MULTIPOLYGON Z (((0 0 1, 1 0 1, 1 1 1, 0 0 1)))")))
        .isEqualTo(ContentHash.of(Shapes.wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))")));
  }

  @Test
  void oneMovedVertexMatters() {
    Polygon moved = (Polygon) PARCEL.copy();
    moved.getExteriorRing().getCoordinateSequence().setOrdinate(3, 0, 111.98);
    moved.geometryChanged();
    assertThat(ContentHash.of(moved)).isNotEqualTo(ContentHash.of(PARCEL));
  }

  @Test
  void hashingLeavesTheGeometryAlone() {
    Polygon copy = (Polygon) PARCEL.copy();
    ContentHash.of(copy);
    assertThat(copy.equalsExact(PARCEL)).isTrue();
  }
}
