package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import org.planpulse.jobs.geometry.PieceBook.Entry;

/** Parcels that borders of units and zones cross, against overlays of whole shapes. */
class ParcelOverlayTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double WEST = 112;
  private static final double SOUTH = 43.6;

  @Property(tries = 200)
  void landByUnitAndZoneIsThatOfOverlaysAndUnitsAddUpToTheParcel(@ForAll long seed) {
    Random random = new Random(seed);
    double border = 0.002 + 0.004 * random.nextDouble();
    Polygon west = polygon(-1, -1, border, -1, border + 0.001, 1, -1, 1);
    Polygon east = polygon(border, -1, 1, -1, 1, 1, border + 0.001, 1);
    Polygon zone = star(random, 400, 0.004, 0.003);
    Polygon parcel = star(random, 5 + random.nextInt(6), 0.002, 0.004 * random.nextDouble());
    assertSharedOut(parcel, west, east, zone, 2.0);
  }

  @Test
  void zonesThatMeetInAParcelShareItWithoutRest() {
    Polygon parcel = polygon(0, 0, 0.003, 0, 0.003, 0.003, 0, 0.003);
    List<Part> parts = new ArrayList<>();
    add(parts, "plan", "a", polygon(-1, -1, 0.001, -1, 0.001, 1, -1, 1));
    add(parts, "plan", "b", polygon(0.001, -1, 1, -1, 1, 1, 0.001, 1));
    long area = EllipsoidalArea.hundredths(parcel);
    List<Entry> entries = ParcelOverlay.of(parcel, area, parts);
    assertThat(entries).hasSize(2);
    assertThat(sum(entries, "", "plan")).isEqualTo(area);
    Collections.reverse(parts);
    assertThat(ParcelOverlay.of(parcel, area, parts)).isEqualTo(entries);
  }

  @Test
  void landOutsideAllUnitsIsNotLost() {
    Polygon parcel = polygon(0, 0, 0.002, 0, 0.002, 0.002, 0, 0.002);
    List<Part> parts = new ArrayList<>();
    add(parts, ParcelOverlay.LAND, "west", polygon(-1, -1, 0.001, -1, 0.001, 1, -1, 1));
    add(parts, "zones", "z", polygon(-1, -1, 1, -1, 1, 1, -1, 1));
    long area = EllipsoidalArea.hundredths(parcel);
    List<Entry> entries = ParcelOverlay.of(parcel, area, parts);
    for (String layer : List.of(ParcelOverlay.LAND, "zones")) {
      assertThat(sum(entries, "west", layer) + sum(entries, "", layer)).isEqualTo(area);
      assertThat((double) sum(entries, "", layer)).isCloseTo(area / 2.0, within(1.0));
    }
  }

  @Property(tries = 8)
  void aParcelOfVeryManyPointsIsSharedOutLikeAnyOther(@ForAll long seed) {
    Random random = new Random(seed);
    Polygon west = polygon(-1, -1, 0.004, -1, 0.005, 1, -1, 1);
    Polygon east = polygon(0.004, -1, 1, -1, 1, 1, 0.005, 1);
    Polygon zone = star(random, 2000, 0.004, 0.003);
    Polygon parcel = star(random, 3000, 0.006, 0.004);
    assertSharedOut(parcel, west, east, zone, 3.0);
  }

  @Test
  void landBesideALargeHoleIsNotLost() {
    Polygon shore = shore(2_000, 0.006);
    Polygon parcel =
        FACTORY.createPolygon(
            shore.getExteriorRing(), new LinearRing[] {shore(1_000, 0.0025).getExteriorRing()});
    Polygon west = polygon(-1, -1, 0.0041, -1, 0.0041, 1, -1, 1);
    Polygon east = polygon(0.0041, -1, 1, -1, 1, 1, 0.0041, 1);
    Polygon zone = polygon(-1, -1, 1, -1, 1, 0.0042, -1, 0.0041);
    assertSharedOut(parcel, west, east, zone, 3.0);
  }

  @Test
  void aParcelInsideAZoneCountsWholeHoweverManyPointsItHas() {
    Polygon parcel = shore(50_000, 0.006);
    List<Part> parts = new ArrayList<>();
    add(parts, "zones", "around", shore(20_000, 0.02));
    add(parts, "same", "itself", parcel);
    long area = EllipsoidalArea.hundredths(parcel);
    assertThat(ParcelOverlay.of(parcel, area, parts))
        .containsExactly(
            new Entry("", "same", "itself", area), new Entry("", "zones", "around", area));
  }

  @Test
  void aParcelOfNoAreaHasNoEntries() {
    List<Part> parts = new ArrayList<>();
    add(parts, "zones", "z", polygon(-1, -1, 1, -1, 1, 1, -1, 1));
    Polygon parcel = polygon(0, 0, 1e-10, 0, 1e-10, 1e-10, 0, 1e-10);
    assertThat(ParcelOverlay.of(parcel, EllipsoidalArea.hundredths(parcel), parts)).isEmpty();
  }

  /**
   * Units add up to the parcel, and the zone takes of each what an overlay gives.
   *
   * @param tolerance 0.01 m²
   */
  private static void assertSharedOut(
      Polygon parcel, Polygon west, Polygon east, Polygon zone, double tolerance) {
    List<Part> parts = new ArrayList<>();
    add(parts, ParcelOverlay.LAND, "west", west);
    add(parts, ParcelOverlay.LAND, "east", east);
    add(parts, "zones", "z", zone);
    long area = EllipsoidalArea.hundredths(parcel);

    List<Entry> entries = ParcelOverlay.of(parcel, area, parts);

    assertThat(sum(entries, "west", ParcelOverlay.LAND) + sum(entries, "east", ParcelOverlay.LAND))
        .isEqualTo(area);
    assertThat((double) sum(entries, "west", "zones"))
        .isCloseTo(expected(area, parcel, west, zone), within(tolerance));
    assertThat((double) sum(entries, "east", "zones"))
        .isCloseTo(expected(area, parcel, east, zone), within(tolerance));
  }

  private static double expected(long area, Geometry parcel, Geometry unit, Geometry zone) {
    Geometry piece = parcel.intersection(unit).intersection(zone);
    return piece.getDimension() < 2 ? 0 : area * straight(piece) / straight(parcel);
  }

  private static double straight(Geometry geometry) {
    double sum = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        sum += EllipsoidalArea.squareMetres(geometry.getGeometryN(i), Edge.STRAIGHT_IN_DEGREES);
      }
    }
    return sum;
  }

  private static void add(List<Part> parts, String layer, String zone, Polygon outline) {
    ZoneParts.of(outline).forEach(part -> parts.add(new Part(layer, zone, part)));
  }

  private static long sum(List<Entry> entries, String unit, String layer) {
    return entries.stream()
        .filter(entry -> entry.unit().equals(unit) && entry.layer().equals(layer))
        .mapToLong(Entry::hundredths)
        .sum();
  }

  /** A shore with five bays, and small ones between any two points. */
  private static Polygon shore(int points, double radius) {
    Random random = new Random(points);
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double r = radius * (0.8 + 0.2 * Math.sin(5 * angle) + random.nextDouble() / points);
      ring[i] =
          new Coordinate(WEST + 0.004 + r * Math.cos(angle), SOUTH + 0.004 + r * Math.sin(angle));
    }
    ring[points] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** Star-shaped round a place this far north-east of the corner, degrees. */
  private static Polygon star(Random random, int corners, double radius, double shift) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * (0.5 + 0.5 * random.nextDouble());
      ring[i] =
          new Coordinate(WEST + shift + r * Math.cos(angle), SOUTH + shift + r * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** Corners in degrees from the south-western one. */
  private static Polygon polygon(double... corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(WEST + corners[2 * i], SOUTH + corners[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0];
    return FACTORY.createPolygon(ring);
  }
}
