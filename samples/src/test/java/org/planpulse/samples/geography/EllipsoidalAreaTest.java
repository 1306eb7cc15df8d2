package org.planpulse.samples.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class EllipsoidalAreaTest {

  private static final Geodesic CGCS2000 = new Geodesic(6_378_137, 1 / 298.257222101);

  private final GaussKruger projection = new GaussKruger();
  private final EllipsoidalArea measure = new EllipsoidalArea();

  @Test
  void projectsTheControlPointOfTheZone() {
    Coordinate plane = projection.toPlane(new Coordinate(111.98, 43.65));

    assertThat(plane.x).isCloseTo(37_579_062.85, within(0.005));
    assertThat(plane.y).isCloseTo(4_835_401.02, within(0.005));
    Coordinate back = projection.toGeographic(plane);
    assertThat(back.x).isCloseTo(111.98, within(1e-11));
    assertThat(back.y).isCloseTo(43.65, within(1e-11));
  }

  /** Values of the official series of 2008 with the CGCS2000 ellipsoid. */
  @ParameterizedTest
  @CsvSource({"10, 99.984629, 1e-6", "1000, 999844.3587, 1e-4", "10000, 99982642.37, 0.01"})
  void agreesWithTheOfficialSeriesOnSquares(double side, double area, double tolerance) {
    assertThat(measure.ofPlane(square(37_579_062.85, 4_835_401.02, side)))
        .isCloseTo(area, within(tolerance));
  }

  @Test
  void agreesWithTheOfficialSeriesOnAQuadrangleOfMeridiansAndParallels() {
    Coordinate[] ring = {
      new Coordinate(111.5, 43),
      new Coordinate(112, 43),
      new Coordinate(112, 43.5),
      new Coordinate(111.5, 43.5),
      new Coordinate(111.5, 43)
    };

    assertThat(EllipsoidalArea.ofGeographic(ring)).isCloseTo(2_255_540_783.01, within(0.015));
  }

  /** Edges are straight in longitude and equal-area ordinate; a parcel differs little from that. */
  @Test
  void agreesWithGeodesicsOnADenseRing() {
    Coordinate[] dense = denseSquare(37_560_000, 4_800_000, 300, 600);
    PolygonArea polygon = new PolygonArea(CGCS2000, false);
    for (int i = 0; i + 1 < dense.length; i++) {
      Coordinate point = projection.toGeographic(dense[i]);
      polygon.AddPoint(point.y, point.x);
    }

    double geodesic = Math.abs(polygon.Compute().area);
    assertThat(measure.ofPlane(dense)).isCloseTo(geodesic, within(0.01));
  }

  @Test
  void doesNotDependOnTheDirectionOfTheRing() {
    Coordinate[] ring = square(37_560_000, 4_800_000, 250);
    Coordinate[] reversed = {ring[0], ring[3], ring[2], ring[1], ring[0]};

    assertThat(measure.ofPlane(reversed)).isCloseTo(measure.ofPlane(ring), within(1e-6));
  }

  private static Coordinate[] square(double x, double y, double side) {
    return denseSquare(x, y, side, 1);
  }

  private static Coordinate[] denseSquare(double x, double y, double side, int pieces) {
    double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
    Coordinate[] ring = new Coordinate[4 * pieces + 1];
    for (int i = 0; i < 4 * pieces; i++) {
      double[] from = corners[i / pieces];
      double[] to = corners[i / pieces + 1];
      double share = (double) (i % pieces) / pieces;
      ring[i] =
          new Coordinate(
              x + side * (from[0] + share * (to[0] - from[0])),
              y + side * (from[1] + share * (to[1] - from[1])));
    }
    ring[4 * pieces] = ring[0];
    return ring;
  }
}
