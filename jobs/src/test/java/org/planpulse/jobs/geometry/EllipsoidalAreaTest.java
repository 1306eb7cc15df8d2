package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

class EllipsoidalAreaTest {

  private static final GaussKruger ZONE_37 = GaussKruger.ofCentralMeridian(111);

  @Test
  void coefficientsHaveTheDigitsPrintedForCgcs2000() {
    double[] series = EllipsoidalArea.series(Cgcs2000.E2);
    assertThat(series[0]).isEqualTo(1.00336408983419, within(5e-15));
    assertThat(-series[1]).isEqualTo(1.12418938192712E-03, within(5e-18));
    assertThat(series[2]).isEqualTo(1.69945947351890E-06, within(1e-20));
    assertThat(-series[3]).isEqualTo(2.71785784557756E-09, within(1e-23));
    assertThat(series[4]).isEqualTo(4.35841900483451E-12, within(1e-26));
  }

  @Test
  void ellipsoidHasTheDigitsPrintedForCgcs2000() {
    assertThat(Cgcs2000.SEMI_MINOR_AXIS).isEqualTo(6356752.31414036, within(5e-9));
    assertThat(Cgcs2000.E2).isEqualTo(6.69438002290079E-03, within(5e-18));
    assertThat(Cgcs2000.EP2).isEqualTo(6.73949677547896E-03, within(5e-18));
    assertThat(Cgcs2000.POLAR_RADIUS).isEqualTo(6399593.62586402, within(5e-9));
  }

  @Test
  void rectangleOfMeridiansAndParallels() {
    Geometry rectangle = Shapes.rectangle(111.5, 43.0, 112.0, 43.5);
    assertThat(EllipsoidalArea.roundedM2(rectangle)).isEqualByComparingTo("2255540783.01");
    assertThat(EllipsoidalArea.hundredths(rectangle)).isEqualTo(225554078301L);
  }

  @Test
  void wholeEllipsoidHasItsKnownSurface() {
    Geometry world = Shapes.rectangle(-180, -90, 180, 90);
    assertThat(EllipsoidalArea.squareMetres(world)).isEqualTo(5.10065621718e14, within(1e8));
  }

  @Test
  void squaresOfGaussKrugerMetresShrinkToTheEllipsoid() {
    assertThat(areaOf(square(10))).isEqualTo(99.984629, within(5e-7));
    assertThat(areaOf(square(1000))).isEqualTo(999_844.3587, within(5e-5));
    assertThat(areaOf(square(10_000))).isEqualTo(99_982_642.37, within(5e-3));
  }

  @Test
  void densifiedEdgesOfALargeSquareAreMeasuredAsDrawn() {
    Geometry densified = Densifier.densify(square(10_000), 10);
    assertThat(areaOf(densified)).isEqualTo(99_982_605.21, within(5e-3));
  }

  @Test
  void halfACentIsRoundedUp() {
    Geometry square = square(10);
    assertThat(EllipsoidalArea.hundredths(ZONE_37.toDegrees(square))).isEqualTo(9998);
    assertThat(EllipsoidalArea.roundedM2(ZONE_37.toDegrees(square)).scale()).isEqualTo(2);
  }

  @Test
  void emptyPolygonHasNoArea() {
    assertThat(EllipsoidalArea.hundredths(Shapes.wkt("POLYGON EMPTY"))).isZero();
    assertThat(EllipsoidalArea.hundredths(Shapes.wkt("MULTIPOLYGON EMPTY"))).isZero();
  }

  @Test
  void metresAndLinesAreRefused() {
    assertThatThrownBy(() -> EllipsoidalArea.squareMetres(square(10)))
        .hasMessageContaining("degrees");
    assertThatThrownBy(() -> EllipsoidalArea.squareMetres(Shapes.wkt("LINESTRING (1 1, 2 2)")))
        .hasMessageContaining("LineString");
  }

  @Property(tries = 300)
  void startAndDirectionOfTheRingDoNotMatter(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 30) int points,
      @ForAll boolean backwards) {
    Polygon parcel = Shapes.star(seed, points, 111.98, 43.65, 0.001);
    double area = EllipsoidalArea.squareMetres(parcel);
    for (int start = 0; start < points; start++) {
      // each start is another reference meridian
      assertThat(EllipsoidalArea.squareMetres(Shapes.rewritten(parcel, start, backwards)))
          .isEqualTo(area, within(1e-6));
    }
  }

  @Property(tries = 200)
  void eastWestShiftChangesNothing(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = -170, max = 170) double longitude) {
    Polygon here = Shapes.star(seed, 7, 0, 43.65, 0.0005);
    Polygon there = Shapes.star(seed, 7, longitude, 43.65, 0.0005);
    assertThat(EllipsoidalArea.squareMetres(there))
        .isEqualTo(EllipsoidalArea.squareMetres(here), within(1e-5));
  }

  @Property(tries = 200)
  void holeIsSubtractedWhereverItLiesAndHoweverItTurns(
      @ForAll @DoubleRange(min = -0.004, max = 0.004) @Scale(6) double shift,
      @ForAll boolean backwards) {
    Polygon shell = Shapes.rectangle(111.9, 43.6, 111.92, 43.61);
    Polygon hole =
        Shapes.rewritten(
            Shapes.rectangle(111.909 + shift, 43.604, 111.911 + shift, 43.606), 2, backwards);
    Geometry holed =
        Shapes.FACTORY.createPolygon(
            shell.getExteriorRing(), new LinearRing[] {hole.getExteriorRing()});
    double hole0 = EllipsoidalArea.squareMetres(Shapes.rectangle(111.909, 43.604, 111.911, 43.606));
    assertThat(EllipsoidalArea.squareMetres(holed))
        .isEqualTo(EllipsoidalArea.squareMetres(shell) - hole0, within(1e-4));
  }

  @Property(tries = 100)
  void partsOfAMultipolygonAddUp(@ForAll @LongRange(max = 1_000_000) long seed) {
    Polygon[] parts =
        IntStream.range(0, 5)
            .mapToObj(i -> Shapes.star(seed + i, 6, 111 + 0.1 * i, 43, 0.01))
            .toArray(Polygon[]::new);
    double sum = 0;
    for (Polygon part : parts) {
      sum += EllipsoidalArea.squareMetres(part);
    }
    assertThat(EllipsoidalArea.squareMetres(Shapes.FACTORY.createMultiPolygon(parts)))
        .isEqualTo(sum);
  }

  @Property(tries = 200)
  void straightEdgesAddUpWhereverThePatchIsCut(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = -0.009, max = 0.009) @Scale(6) double cut,
      @ForAll @DoubleRange(min = -0.5, max = 0.5) double lean) {
    Polygon patch = Shapes.star(seed, 12, 111.98, 43.65, 0.02);
    Geometry west =
        patch.intersection(
            Shapes.wkt(
                "POLYGON ((111 43, %1$s 43, %2$s 44, 111 44, 111 43))"
                    .formatted(111.98 + cut - lean, 111.98 + cut + lean)));
    Geometry east = patch.difference(west);
    double pieces = straight(west) + straight(east);
    assertThat(pieces).isEqualTo(straight(patch), within(1e-2 + straight(patch) * 1e-10));
  }

  @Test
  void straightEdgesAreTheLimitOfDensifiedOnes() {
    Polygon large = Shapes.star(4, 9, 111.7, 43.4, 0.4);
    Geometry densified = Densifier.densify(large, 2e-5);
    assertThat(straight(large)).isEqualTo(EllipsoidalArea.squareMetres(densified), within(5.0));
    assertThat(Math.abs(straight(large) - EllipsoidalArea.squareMetres(large))).isGreaterThan(1e5);
  }

  @Test
  void twoHundredThousandParcelsAreMeasuredWithinSeconds() {
    Polygon[] parcels =
        IntStream.range(0, 1000)
            .mapToObj(i -> Shapes.star(i, 7, 111.5 + i * 1e-3, 43.5, 0.001))
            .toArray(Polygon[]::new);
    long start = System.nanoTime();
    long sum = 0;
    for (int i = 0; i < 200_000; i++) {
      sum += EllipsoidalArea.hundredths(parcels[i % 1000]);
    }
    assertThat(sum).isPositive();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
  }

  private static double straight(Geometry geometry) {
    return EllipsoidalArea.squareMetres(geometry, Edge.STRAIGHT_IN_DEGREES);
  }

  private static Geometry square(double side) {
    return Shapes.rectangle(579_062.85, 4_835_401.02, 579_062.85 + side, 4_835_401.02 + side);
  }

  private static double areaOf(Geometry metres) {
    return EllipsoidalArea.squareMetres(ZONE_37.toDegrees(metres));
  }
}
