package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class AreaCrossCheckTest {

  @Test
  void geodesicLibraryMeasuresTheRectangle() {
    assertThat(GeodesicArea.squareMetres(Shapes.rectangle(111.5, 43.0, 112.0, 43.5)))
        .isEqualTo(2_255_540_783.015, within(0.01));
  }

  @Property(tries = 300)
  void bothMethodsAgreeFromParcelsToCities(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 20) int points,
      @ForAll @DoubleRange(min = -5, max = -0.3) double magnitude,
      @ForAll @DoubleRange(min = 18, max = 53) double latitude) {
    Geometry patch = Shapes.star(seed, points, 111.98, latitude, Math.pow(10, magnitude));
    AreaCrossCheck check = AreaCrossCheck.of(patch);
    assertThat(check.agrees()).as("%s of %s", check.differenceM2(), check).isTrue();
  }

  @Test
  void bothMethodsSubtractHoles() {
    Geometry holed =
        Shapes.wkt(
            "POLYGON ((111 43, 111.1 43, 111.1 43.1, 111 43.1, 111 43),"
                + " (111.02 43.02, 111.08 43.02, 111.05 43.08, 111.02 43.02))");
    AreaCrossCheck check = AreaCrossCheck.of(holed);
    assertThat(check.agrees()).isTrue();
    assertThat(check.seriesM2())
        .isLessThan(0.83 * EllipsoidalArea.squareMetres(holed.convexHull()));
  }

  @Test
  void disagreementIsSeen() {
    assertThat(new AreaCrossCheck(1000.004, 1000).agrees()).isTrue();
    assertThat(new AreaCrossCheck(1000.006, 1000).agrees()).isFalse();
    assertThat(new AreaCrossCheck(1e9 + 9, 1e9).agrees()).isTrue();
    assertThat(new AreaCrossCheck(1e9 + 11, 1e9).agrees()).isFalse();
  }
}
