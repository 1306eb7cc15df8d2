package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.planpulse.jobs.geometry.RepairResult.Problem;
import org.planpulse.jobs.geometry.RepairResult.Rung;

class GeometryRepairTest {

  private final GeometryRepair metres = GeometryRepair.inMetres();
  private final GeometryRepair degrees = GeometryRepair.inDegrees();

  @Test
  void aRingOfTwoPointsBesideASoundPartIsTold() throws Exception {
    Geometry delivered =
        new WKTReader().read("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 6, 5 5)))");
    RepairResult result = GeometryRepair.inDegrees().repair(delivered);
    assertThat(result.rung()).isEqualTo(Rung.CLEANED);
    assertThat(result.reason()).isPresent();
    assertThat(result.geometry().orElseThrow().getNumGeometries()).isOne();
  }

  @Test
  void validPatchStaysAsItIs() {
    Geometry valid = Shapes.rectangle(0, 0, 10, 10);
    RepairResult result = metres.repair(valid);
    assertThat(result.rung()).isEqualTo(Rung.AS_IS);
    assertThat(result.geometry().orElseThrow().equalsExact(valid)).isTrue();
    assertThat(result.areaDeltaM2()).isZero();
    assertThat(result.reason()).isEmpty();
  }

  @Test
  void heightIsDroppedWithoutCountingAsARepair() {
    RepairResult result =
        metres.repair(Shapes.wkt("POLYGON Z ((0 0 5, 10 0 5, 10 10 5, 0 10 5, 0 0 5))"));
    assertThat(result.rung()).isEqualTo(Rung.AS_IS);
    assertThat(result.geometry().orElseThrow().getCoordinate().getZ()).isNaN();
  }

  @Test
  void holeWithoutAreaIsCleanedAway() {
    RepairResult result =
        metres.repair(Shapes.wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (5 5, 5 5, 5 5, 5 5))"));
    assertThat(result.rung()).isEqualTo(Rung.CLEANED);
    assertThat(result.geometry().orElseThrow().equalsTopo(Shapes.rectangle(0, 0, 10, 10))).isTrue();
    assertThat(result.areaDeltaM2()).isZero();
    assertThat(result.reason().orElseThrow().problem()).isEqualTo(Problem.INVALID_TOPOLOGY);
  }

  @Test
  void figureOfEightKeepsBothLoops() {
    RepairResult result = metres.repair(Shapes.wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(50);
    assertThat(result.areaDeltaM2()).isEqualTo(50);
    assertThat(result.reason().orElseThrow().message()).isEqualTo("Self-intersection");
    assertThat(result.reason().orElseThrow().place()).contains(new Coordinate(5, 5));
  }

  @Test
  void overlappingPartsAreCountedOnce() {
    RepairResult result =
        metres.repair(
            Shapes.wkt(
                "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((5 0, 15 0, 15 10, 5 10, 5 0)))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(150);
    assertThat(result.areaDeltaM2()).isEqualTo(-50);
  }

  @Test
  void spikeIsCutOff() {
    RepairResult result =
        metres.repair(Shapes.wkt("POLYGON ((0 0, 10 0, 20 0, 10 0, 10 10, 0 10, 0 0))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(100);
  }

  @Test
  void ringThatTouchesItselfBecomesAShellWithAHole() {
    RepairResult result =
        metres.repair(
            Shapes.wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0, 3 3, 3 6, 6 6, 6 3, 3 3, 0 0))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(100 - 9);
    assertThat(result.areaDeltaM2()).isZero();
  }

  @Test
  void holeOutsideItsShellBecomesAPart() {
    RepairResult result =
        metres.repair(
            Shapes.wkt(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (20 20, 22 20, 22 22, 20 22, 20 20))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(104);
    assertThat(result.areaDeltaM2()).isEqualTo(8);
  }

  @Test
  void rebuiltLoopsThatShareAnEdgeAreMerged() {
    // two triangles of 3 and 0.5 squares of a hundredth degree, on either side of x = 112
    RepairResult result =
        degrees.repair(
            Shapes.wkt(
                "POLYGON ((112.01 43.67, 112 43.67, 112 43.68, 111.98 43.65,"
                    + " 111.99000000000001 43.65, 112.01 43.65, 112 43.65, 112 43.68,"
                    + " 112.01 43.67))"));
    assertThat(result.rung()).isEqualTo(Rung.BUFFERED);
    assertThat(result.geometry().orElseThrow().getArea()).isEqualTo(3.5e-4, within(1e-12));
  }

  @Test
  void linesTheFixerLeavesBesideThePolygonsAreDropped() {
    RepairResult result =
        degrees.repair(
            Shapes.wkt(
                "POLYGON ((111.98299999997828 43.649999999999764, 111.98000000000158"
                    + " 43.64999999999509, 111.98099999999526 43.65299999998943,"
                    + " 111.98300000000359 43.649999999993696, 111.98000000000012"
                    + " 43.65199999999735, 111.98299999997828 43.649999999999764),"
                    + " (111.98199999998718 43.650999999999186, 111.98300000000539"
                    + " 43.65099999999943, 111.9799999999976 43.65199999999525,"
                    + " 111.98300000000891 43.65299999998199, 111.98299999999655"
                    + " 43.651000000011024, 111.98199999998718 43.650999999999186))"));
    assertThat(result.rung()).isEqualTo(Rung.FIXED);
    assertThat(result.geometry().orElseThrow().isValid()).isTrue();
    assertThat(result.geometry().orElseThrow().getDimension()).isEqualTo(2);
  }

  @Test
  void referenceSystemIsKept() {
    Geometry eight = Shapes.wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))");
    eight.setSRID(4490);
    assertThat(degrees.repair(eight).geometry().orElseThrow().getSRID()).isEqualTo(4490);
  }

  @Test
  void changeOfAreaInDegreesIsInSquareMetres() {
    RepairResult result =
        degrees.repair(
            Shapes.wkt(
                "MULTIPOLYGON (((111.5 43, 112 43, 112 43.5, 111.5 43.5, 111.5 43)),"
                    + " ((111.5 43, 112 43, 112 43.5, 111.5 43.5, 111.5 43)))"));
    assertThat(result.areaDeltaM2()).isEqualTo(-2_255_540_783.01, within(0.01));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON EMPTY | MISSING",
        "LINESTRING (0 0, 1 1) | NOT_POLYGONAL",
        "GEOMETRYCOLLECTION (POINT (1 1)) | NOT_POLYGONAL",
        "POLYGON ((0 0, 1 0, NaN 1, 0 0)) | NOT_FINITE",
        "POLYGON ((111 43, 112 43, 112 91, 111 43)) | OUT_OF_RANGE",
        "POLYGON ((579062 4835401, 579072 4835401, 579072 4835411, 579062 4835401)) | OUT_OF_RANGE",
        "POLYGON ((0 0, 1 1, 2 2, 0 0)) | NO_AREA",
        "POLYGON ((1 1, 1 1, 1 1, 1 1)) | NO_AREA",
      })
  void hopelessGeometryHasAReason(String wkt, Problem problem) {
    RepairResult result = degrees.repair(Shapes.wkt(wkt));
    assertThat(result.rung()).isEqualTo(Rung.UNREPAIRABLE);
    assertThat(result.geometry()).isEmpty();
    assertThat(result.areaDeltaM2()).isZero();
    assertThat(result.reason().orElseThrow().problem()).isEqualTo(problem);
  }

  @Test
  void noGeometryAndInfinityHaveAReason() {
    assertThat(degrees.repair(null).reason().orElseThrow().problem()).isEqualTo(Problem.MISSING);
    Geometry endless = Shapes.rectangle(0, 0, 1, Double.POSITIVE_INFINITY);
    assertThat(metres.repair(endless).reason().orElseThrow().problem())
        .isEqualTo(Problem.NOT_FINITE);
  }

  @Property(tries = 500)
  void anyScribbleBecomesValidAndStaysSo(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 12) int points,
      @ForAll @IntRange(min = 0, max = 17) int digits) {
    RepairResult result = metres.repair(scribble(seed, points, Math.pow(10, -digits)));
    if (result.rung() != Rung.UNREPAIRABLE) {
      Geometry repaired = result.geometry().orElseThrow();
      assertThat(repaired.isValid()).isTrue();
      assertThat(repaired.getDimension()).isEqualTo(2);
      assertThat(metres.repair(repaired).rung()).isEqualTo(Rung.AS_IS);
    } else {
      assertThat(result.reason().orElseThrow().problem()).isEqualTo(Problem.NO_AREA);
    }
  }

  /**
   * A ring near few grid points, so that crossings, spikes, repeated points and lines that all but
   * coincide abound.
   */
  private static Geometry scribble(long seed, int points, double blur) {
    Random random = new Random(seed);
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      ring[i] =
          new Coordinate(
              random.nextInt(6) + blur * random.nextGaussian(),
              random.nextInt(6) + blur * random.nextGaussian());
    }
    ring[points] = ring[0].copy();
    return Shapes.FACTORY.createPolygon(ring);
  }
}
