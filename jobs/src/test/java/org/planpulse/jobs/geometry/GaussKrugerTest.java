package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class GaussKrugerTest {

  private static final double A_MILLIMETRE_IN_DEGREES = 1e-8;

  @Test
  void controlPointLandsWhereProjPutsIt() {
    Coordinate degrees = new Coordinate(111.98, 43.65);
    Coordinate metres = GaussKruger.ofCentralMeridian(111).forward(degrees);
    assertThat(metres.getY()).isEqualTo(4_835_401.02, within(0.005));
    assertThat(metres.getX()).isEqualTo(579_062.85, within(0.005));
    assertThat(GaussKruger.ofZone3(37).forward(degrees).getX())
        .isEqualTo(37_579_062.85, within(0.005));
  }

  @Test
  void controlPointFarFromTheMeridianLandsWhereProjPutsIt() {
    Coordinate degrees = new Coordinate(113.3, 23.1);
    Coordinate metres = GaussKruger.ofEpsg(4547).orElseThrow().forward(degrees);
    assertThat(metres.getX()).isEqualTo(428_285.95616, within(1e-5));
    Coordinate outside = GaussKruger.ofEpsg(4546).orElseThrow().forward(degrees);
    assertThat(outside.getX()).isEqualTo(735_671.88539, within(1e-3));
    assertThat(outside.getY()).isEqualTo(2_557_468.57700, within(1e-3));
  }

  @Test
  void epsgCodesNameTheirZones() {
    assertThat(GaussKruger.ofEpsg(4546)).contains(GaussKruger.ofCentralMeridian(111));
    assertThat(GaussKruger.ofEpsg(4525)).contains(new GaussKruger(111, 37_500_000));
    assertThat(GaussKruger.ofEpsg(4526)).contains(new GaussKruger(114, 38_500_000));
    assertThat(GaussKruger.ofEpsg(4508)).contains(GaussKruger.ofCentralMeridian(111));
    assertThat(GaussKruger.ofEpsg(4497)).contains(new GaussKruger(111, 19_500_000));
    assertThat(GaussKruger.ofEpsg(4490)).isEmpty();
    assertThat(GaussKruger.ofEpsg(2361)).isEmpty();
  }

  /**
   * The printed K0 to K4 against the inverse of the meridian arc as a series in the third
   * flattening, regrouped into odd powers of sin E.
   */
  @Test
  void footpointCoefficientsFollowFromTheEllipsoid() {
    double n = Cgcs2000.FLATTENING / (2 - Cgcs2000.FLATTENING);
    double n2 = n * n;
    double radius =
        Cgcs2000.SEMI_MAJOR_AXIS / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
    double b2 = n * (3 / 2.0 - n2 * (27 / 32.0 - n2 * 269 / 512));
    double b4 = n2 * (21 / 16.0 - n2 * (55 / 32.0 - n2 * 6759 / 4096));
    double b6 = n2 * n * (151 / 96.0 - n2 * 417 / 128);
    double b8 = n2 * n2 * (1097 / 512.0 - n2 * 15543 / 2560);
    double b10 = n2 * n2 * n * 8011 / 2560;
    double b12 = n2 * n2 * n2 * 293393 / 61440;
    assertThat(GaussKruger.K0).isEqualTo(1 / radius, within(1e-21));
    assertThat(GaussKruger.K1)
        .isEqualTo(2 * b2 + 4 * b4 + 6 * b6 + 8 * b8 + 10 * b10 + 12 * b12, within(2e-16));
    assertThat(GaussKruger.K2)
        .isEqualTo(8 * b4 + 32 * b6 + 80 * b8 + 160 * b10 + 280 * b12, within(1e-16));
    assertThat(GaussKruger.K3)
        .isEqualTo(32 * b6 + 192 * b8 + 672 * b10 + 1792 * b12, within(1e-15));
    assertThat(GaussKruger.K4).isEqualTo(128 * b8 + 1024 * b10 + 4608 * b12, within(1e-15));
  }

  @Property(tries = 500)
  void footpointInvertsTheMeridianArc(@ForAll @DoubleRange(min = 0, max = 54) double latitude) {
    double radians = Math.toRadians(latitude);
    assertThat(GaussKruger.footpoint(GaussKruger.meridianArc(radians)))
        .isEqualTo(radians, within(5e-12));
  }

  @Property(tries = 200)
  void meridianArcIsTheGeodesicFromTheEquator(
      @ForAll @DoubleRange(min = 0, max = 89) double latitude) {
    double distance =
        new Geodesic(Cgcs2000.SEMI_MAJOR_AXIS, Cgcs2000.FLATTENING).Inverse(0, 0, latitude, 0).s12;
    assertThat(GaussKruger.meridianArc(Math.toRadians(latitude))).isEqualTo(distance, within(1e-7));
  }

  @Property(tries = 500)
  void inverseUndoesForwardWithinAZone(
      @ForAll @DoubleRange(min = 109.5, max = 112.5) double longitude,
      @ForAll @DoubleRange(min = 18, max = 54) double latitude) {
    GaussKruger zone = GaussKruger.ofZone3(37);
    Coordinate back = zone.inverse(zone.forward(new Coordinate(longitude, latitude)));
    assertThat(back.getX()).isEqualTo(longitude, within(A_MILLIMETRE_IN_DEGREES / 10));
    assertThat(back.getY()).isEqualTo(latitude, within(A_MILLIMETRE_IN_DEGREES / 10));
  }

  @Test
  void geometriesAreCopiedNotMoved() {
    var degrees = Shapes.rectangle(111.5, 43, 112, 43.5);
    degrees.setSRID(4490);
    var there = GaussKruger.ofZone3(37).toMetres(degrees);
    assertThat(degrees.getEnvelopeInternal().getMaxX()).isEqualTo(112);
    assertThat(there.getEnvelopeInternal().getMinX()).isBetween(37_530_000.0, 37_550_000.0);
    assertThat(there.getSRID()).isZero();
    assertThat(GaussKruger.ofZone3(37).toDegrees(there).getSRID()).isEqualTo(4490);
    assertThat(GaussKruger.ofZone3(37).toDegrees(there).equalsExact(degrees, 1e-9)).isTrue();
  }
}
