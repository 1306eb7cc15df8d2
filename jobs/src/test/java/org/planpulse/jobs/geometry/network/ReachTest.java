package org.planpulse.jobs.geometry.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GaussKruger;

/**
 * Towns drawn in metres about 112° E, 43.65° N and brought to degrees. At 6 km/h a minute is 100 m.
 */
class ReachTest {

  private static final GaussKruger PLANE = GaussKruger.ofCentralMeridian(112);
  private static final double NORTHING = 4_835_000;
  private static final double WALK = 6;
  private static final double ACCESS = 100;

  @Test
  void oneStraightRoadIsReachedInAStadium() {
    RoadNetwork network = network(road(WALK, 0, 0, 0, 10_000));

    Reach reach = reach(network, 20, at(0, 5000));

    // Ten minutes each way, 100 m to either side, and two half circles.
    double stadium = 2 * 1000 * 2 * ACCESS + Math.PI * ACCESS * ACCESS;
    assertThat(reach.metres(10)).isCloseTo(2000, within(0.01));
    assertThat(squareMetres(reach.within(10, ACCESS))).isCloseTo(stadium, within(60.0));
  }

  @Test
  void aRoadFromWestToEastIsReachedAsFarAndAsWide() {
    RoadNetwork network = network(road(WALK, -30_000, 0, 30_000, 0));

    Reach reach = reach(network, 250, at(10_000, 0));

    double stadium = 2 * 20_000 * 2 * ACCESS + Math.PI * ACCESS * ACCESS;
    assertThat(reach.metres(200)).isCloseTo(40_000, within(1.0));
    assertThat(squareMetres(reach.within(200, ACCESS)) / stadium).isCloseTo(1, within(1e-4));
  }

  @Test
  void aGridOfStreetsIsReachedBlockByBlock() {
    RoadNetwork network = grid(5, 300);

    Reach reach = reach(network, 15, at(600, 600));

    // Of 40 blocks of 300 m: in 3 minutes the four at the middle; in 4 minutes 100 m more of the
    // twelve behind their ends.
    assertThat(reach.metres(2)).isCloseTo(4 * 200, within(0.1));
    assertThat(reach.metres(3)).isCloseTo(4 * 300, within(0.1));
    assertThat(reach.metres(4)).isCloseTo(4 * 300 + 12 * 100, within(0.1));
    // The corners are 1200 m away, 12 minutes: then all is reached.
    assertThat(reach.metres(11)).isCloseTo(40 * 300 - 8 * 100, within(0.1));
    assertThat(reach.metres(12)).isCloseTo(40 * 300, within(0.1));
    assertThat(reach.metres(15)).isCloseTo(40 * 300, within(0.1));
  }

  @Test
  void twoFacilitiesShareTheRoadBetweenThem() {
    RoadNetwork network = network(road(WALK, 0, 0, 0, 10_000));

    Reach reach = reach(network, 10, at(0, 4000), at(0, 5000));

    assertThat(reach.metres(4)).isCloseTo(1600, within(0.01));
    assertThat(reach.metres(6)).isCloseTo(1000 + 1200, within(0.01));
    assertThat(reach.within(6, ACCESS).getNumGeometries()).isEqualTo(1);
    assertThat(reach.within(4, ACCESS / 2).getNumGeometries()).isEqualTo(2);
  }

  @Test
  void theFasterWayIsTakenAndTheSlowStreetReachedFromBothEnds() {
    // From the origin 1000 m of street, or a detour of 2000 m at ten times the speed: 10 or 2
    // minutes.
    RoadNetwork network =
        network(road(WALK, 0, 0, 1000, 0), road(10 * WALK, 0, 0, 0, 500, 1000, 500, 1000, 0));

    Reach reach = reach(network, 10, at(0, 0));

    // At 2 minutes the street's far end is met; at 4 both ends are in by 400 m and 200 m.
    assertThat(reach.metres(2)).isCloseTo(200 + 2000, within(0.01));
    assertThat(reach.metres(4)).isCloseTo(400 + 200 + 2000, within(0.01));
    assertThat(reach.metres(6)).isCloseTo(1000 + 2000, within(0.01));
  }

  @Test
  void linesThatCrossWithoutACommonVertexAreABridge() {
    Road street = road(WALK, -500, 0, 500, 0);

    RoadNetwork bridge = network(street, road(WALK, 0, -500, 0, 500));
    RoadNetwork crossing =
        network(road(WALK, -500, 0, 0, 0, 500, 0), road(WALK, 0, -500, 0, 0, 0, 500));

    assertThat(reach(bridge, 5, at(-500, 0)).metres(5)).isCloseTo(500, within(0.01));
    assertThat(reach(bridge, 7, at(-500, 0)).metres(7)).isCloseTo(700, within(0.01));
    assertThat(reach(crossing, 7, at(-500, 0)).metres(7)).isCloseTo(500 + 3 * 200, within(0.01));
    assertThat(bridge.apart()).satisfies(apart -> assertThat(apart.parts()).isEqualTo(1));
    assertThat(crossing.apart().parts()).isZero();
  }

  @Test
  void anEndThatMissesTheRoadByLessThanTheToleranceMeetsIt() {
    Road main = road(WALK, -500, 0, 500, 0);
    Road near = road(WALK, 0, 0.8, 0, 500);
    Road far = road(WALK, 0, 1.2, 0, 500);

    assertThat(reach(network(main, near), 9, at(0, 500)).metres(9))
        .isCloseTo(499.2 + 2 * 400.8, within(0.1));
    assertThat(reach(network(main, far), 9, at(0, 500)).metres(9)).isCloseTo(498.8, within(0.1));
  }

  @Test
  void endsThatMissEachOtherMeetInChainsToo() {
    // Three ends within 1 m of their neighbour.
    RoadNetwork network =
        network(
            road(WALK, 0, 0, 0, 500),
            road(WALK, 0.7, 500, 500, 500),
            road(WALK, 0, 500.7, 0, 1000));

    assertThat(reach(network, 6, at(0, 0)).metres(6)).isCloseTo(500 + 100 + 100, within(0.1));
    assertThat(network.apart().parts()).isZero();
  }

  @Test
  void roadsApartAreToldWithTheirLength() {
    RoadNetwork network =
        network(
            road(WALK, 0, 0, 0, 1000), road(WALK, 100, 0, 100, 300), road(WALK, 200, 0, 200, 200));

    assertThat(network.apart().parts()).isEqualTo(2);
    assertThat(network.apart().metres()).isCloseTo(500, within(0.01));
    assertThat(network.apart().allMetres()).isCloseTo(1500, within(0.01));
    assertThat(reach(network, 100, at(100, 0)).metres(100)).isCloseTo(300, within(0.01));
  }

  @Test
  void aFacilityStandsAtTheNearestPointOfARoad() {
    RoadNetwork network = network(road(WALK, 0, 0, 0, 1000), road(WALK, 400, 0, 400, 1000));

    RoadPoint point = network.nearest(degrees(310, 250)).orElseThrow();

    assertThat(point.away()).isCloseTo(90, within(0.01));
    assertThat(point.metres()).isCloseTo(250, within(0.01));
    assertThat(RoadNetwork.of(List.of(), 1).nearest(degrees(0, 0))).isEmpty();
  }

  @Test
  void aLoopIsReachedBothWaysRound() {
    RoadNetwork network = network(road(WALK, 0, 0, 300, 0, 300, 300, 0, 300, 0, 0));

    Reach reach = reach(network, 12, at(300, 0));

    assertThat(reach.metres(4)).isCloseTo(800, within(0.01));
    assertThat(reach.metres(6)).isCloseTo(1200, within(0.01));
  }

  @Test
  void nothingIsReachedFromNowhere() {
    Reach reach = Reach.of(grid(3, 300), List.of(), 10);

    assertThat(reach.metres(10)).isZero();
    assertThat(reach.within(10, ACCESS).isEmpty()).isTrue();
  }

  @Property(tries = 40)
  void moreMinutesNeverReachLess(
      @ForAll @IntRange(min = 2, max = 5) int size,
      @ForAll @DoubleRange(min = 0, max = 1200) double x,
      @ForAll @DoubleRange(min = 0, max = 1200) double y,
      @ForAll @DoubleRange(min = 0.1, max = 20) double minutes,
      @ForAll @DoubleRange(min = 0, max = 10) double more) {
    RoadNetwork network = grid(size, 300);
    Reach reach = reach(network, 30, at(x, y));

    Geometry less = reach.within(minutes, ACCESS);
    Geometry greater = reach.within(minutes + more, ACCESS);

    assertThat(reach.metres(minutes + more)).isGreaterThanOrEqualTo(reach.metres(minutes) - 1e-6);
    assertThat(less.isValid()).isTrue();
    // A cut that lies elsewhere puts the corners of its round end elsewhere, by less than 1 m.
    assertThat(PLANE.toMetres(greater).buffer(1).covers(PLANE.toMetres(less))).isTrue();
  }

  @Property(tries = 40)
  void theOrderOfRoadsAndTheirDirectionDoNotMatter(
      @ForAll @DoubleRange(min = 0, max = 900) double x, @ForAll @IntRange(max = 1000) int seed) {
    List<Road> roads = streets(4, 300);
    List<Road> other = new ArrayList<>();
    roads.forEach(road -> other.add(new Road(road.lines().reverse(), road.kmh())));
    java.util.Collections.shuffle(other, new java.util.Random(seed));

    double expected = reach(RoadNetwork.of(roads, 1), 10, at(x, 300)).metres(7.5);

    assertThat(reach(RoadNetwork.of(other, 1), 10, at(x, 300)).metres(7.5))
        .isCloseTo(expected, within(1e-3));
  }

  private static Reach reach(RoadNetwork network, double mostMinutes, Coordinate... facilities) {
    return Reach.of(
        network,
        Arrays.stream(facilities).map(place -> network.nearest(place).orElseThrow()).toList(),
        mostMinutes);
  }

  private static RoadNetwork network(Road... roads) {
    return RoadNetwork.of(List.of(roads), 1);
  }

  private static RoadNetwork grid(int size, double block) {
    return RoadNetwork.of(streets(size, block), 1);
  }

  /** So many streets each way, with a vertex at every crossing. */
  private static List<Road> streets(int size, double block) {
    List<Road> streets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] east = new double[2 * size];
      double[] north = new double[2 * size];
      for (int k = 0; k < size; k++) {
        east[2 * k] = k * block;
        east[2 * k + 1] = i * block;
        north[2 * k] = i * block;
        north[2 * k + 1] = k * block;
      }
      streets.add(road(WALK, east));
      streets.add(road(WALK, north));
    }
    return streets;
  }

  /**
   * @param xy metres east and north of the town's centre, in turn
   */
  private static Road road(double kmh, double... xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = degrees(xy[2 * i], xy[2 * i + 1]);
    }
    return new Road(new GeometryFactory().createLineString(points), kmh);
  }

  private static Coordinate at(double x, double y) {
    return degrees(x, y);
  }

  private static Coordinate degrees(double x, double y) {
    return PLANE.inverse(new Coordinate(500_000 + x, NORTHING + y));
  }

  private static double squareMetres(Geometry shape) {
    return EllipsoidalArea.roundedM2(shape).doubleValue();
  }
}
