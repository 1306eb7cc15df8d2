package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/** Shares by parts of a zone, against one robust overlay with the whole zone. */
class InsideShareTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double LONGITUDE = 112;
  private static final double LATITUDE = 43.6;

  /** About a centimetre by a metre: what overlays of snapped points may differ by. */
  private static final double TOLERANCE_M2 = 0.005;

  @Property(tries = 300)
  void partsShareOutWhatOneOverlayOfTheWholeZoneGives(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 1500) int corners) {
    Random random = new Random(seed);
    Polygon zone = starWithHole(random, corners, 0.02);
    Geometry shape = parcel(random);
    assertThat(byParts(zone, shape)).isCloseTo(byOverlay(zone, shape), within(TOLERANCE_M2));
  }

  @Property(tries = 100)
  void piecesCutByPartsHaveTheSharesTold(@ForAll long seed) {
    Random random = new Random(seed);
    Polygon zone = starWithHole(random, 700, 0.02);
    Geometry shape = parcel(random);
    double whole = straight(shape);
    for (Polygon part : ZoneParts.of(zone)) {
      assertThat(straight(InsideShare.cut(part, new Plot(shape))))
          .isCloseTo(whole * share(part, shape), within(TOLERANCE_M2));
    }
  }

  @Property(tries = 100)
  void directionAndStartOfRingsDoNotMatter(
      @ForAll long seed, @ForAll @IntRange(max = 10) int turn) {
    Random random = new Random(seed);
    Polygon zone = starWithHole(random, 60, 0.003);
    Polygon shape = star(random, 7, 0.002);
    Coordinate[] ring = shape.getExteriorRing().getCoordinates();
    Coordinate[] turned = new Coordinate[ring.length];
    for (int i = 0; i < ring.length; i++) {
      turned[ring.length - 1 - i] = ring[(i + turn) % (ring.length - 1)];
    }
    turned[0] = turned[ring.length - 1];
    Polygon other = FACTORY.createPolygon(turned);
    Polygon part = ZoneParts.of(zone).get(0);
    assertThat(share(part, other)).isCloseTo(share(part, shape), within(1e-11));
    assertThat(share((Polygon) part.reverse(), shape)).isCloseTo(share(part, shape), within(1e-11));
  }

  @Test
  void shapesThatShareEdgesWithTheZoneAreWholeOrNothing() {
    Polygon zone = box(0, 0, 10, 10);
    assertThat(share(zone, box(0, 0, 10, 10))).isEqualTo(1);
    assertThat(share(zone, box(2, 2, 10, 10))).isEqualTo(1);
    assertThat(share(zone, box(10, 0, 12, 10))).isZero();
    assertThat(share(zone, box(5, 10, 7, 12))).isZero();
    assertThat(share(zone, box(8, 3, 12, 4))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aTriangleThatTouchesWithItsCornersIsInside() {
    Polygon diamond = polygon(5, 0, 10, 5, 5, 10, 0, 5);
    Polygon zone = polygon(0, 0, 10, 0, 10, 10, 0, 10, 5, 5);
    double expected = byOverlay(zone, diamond) / straight(diamond);
    assertThat(share(zone, diamond)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void noPartOfAnEightyThousandPointZoneIsLong() {
    Polygon zone = star(new Random(7), 80_000, 0.5);
    List<Polygon> parts = ZoneParts.of(zone);
    assertThat(parts).allMatch(part -> part.getNumPoints() <= 100);
    assertThat(parts.stream().mapToDouble(InsideShareTest::straight).sum())
        .isCloseTo(straight(zone), within(1.0));
  }

  private static double share(Polygon part, Geometry shape) {
    return InsideShare.of(part, new Plot(shape));
  }

  private static double byParts(Polygon zone, Geometry shape) {
    double whole = straight(shape);
    return ZoneParts.of(zone).stream().mapToDouble(part -> whole * share(part, shape)).sum();
  }

  private static double byOverlay(Polygon zone, Geometry shape) {
    Geometry both = OverlayNGRobust.overlay(zone, shape, OverlayNG.INTERSECTION);
    double sum = 0;
    for (int i = 0; i < both.getNumGeometries(); i++) {
      if (both.getGeometryN(i) instanceof Polygon polygon) {
        sum += straight(polygon);
      }
    }
    return sum;
  }

  private static double straight(Geometry polygonal) {
    return EllipsoidalArea.squareMetres(polygonal, Edge.STRAIGHT_IN_DEGREES);
  }

  /** A parcel somewhere near, sometimes of two parts. */
  private static Geometry parcel(Random random) {
    Polygon one = star(random, 4 + random.nextInt(8), 0.002);
    Geometry moved =
        AffineTransformation.translationInstance(
                0.05 * random.nextDouble() - 0.025, 0.05 * random.nextDouble() - 0.025)
            .transform(one);
    if (random.nextInt(3) > 0) {
      return moved;
    }
    Geometry second = AffineTransformation.translationInstance(0.01, 0.003).transform(moved);
    return FACTORY.createMultiPolygon(new Polygon[] {(Polygon) moved, (Polygon) second});
  }

  private static Polygon starWithHole(Random random, int corners, double radius) {
    LinearRing shell = star(random, corners, radius).getExteriorRing();
    LinearRing hole = star(random, Math.max(3, corners / 4), radius / 4).getExteriorRing();
    return FACTORY.createPolygon(shell, new LinearRing[] {hole});
  }

  /** Star-shaped round the place, its radius between the half and the whole of that given. */
  private static Polygon star(Random random, int corners, double radius) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * (0.5 + 0.5 * random.nextDouble());
      ring[i] = new Coordinate(LONGITUDE + r * Math.cos(angle), LATITUDE + r * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** Corners in thousandths of a degree. */
  private static Polygon box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  private static Polygon polygon(double... corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] =
          new Coordinate(LONGITUDE + corners[2 * i] / 1000, LATITUDE + corners[2 * i + 1] / 1000);
    }
    ring[ring.length - 1] = ring[0];
    return FACTORY.createPolygon(ring);
  }
}
