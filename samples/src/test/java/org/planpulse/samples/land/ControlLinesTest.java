package org.planpulse.samples.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.EllipsoidalArea;
import org.planpulse.samples.geography.ParcelFabric;

class ControlLinesTest {

  private static final Geometry CITY = city();

  private final ControlLines lines = new ControlLines();
  private final EllipsoidalArea measure = new EllipsoidalArea();
  private final Blob outline = new CitySketch().outline();

  @Test
  void theRedLineHasTheDesignedArea() {
    List<ControlZone> redLine = lines.redLine();

    assertThat(redLine).extracting(ControlZone::type).containsExactly("13", "14", "22");
    assertThat(area(redLine) / 1e6).isCloseTo(1061.8, within(0.001));
    assertSeparateAndInside(redLine);
  }

  @Test
  void basicGrasslandHasTheDesignedAreaInMu() {
    List<ControlZone> grassland = lines.basicGrassland(outline);

    assertThat(area(grassland) * 3 / 2000 / 1e4).isCloseTo(401.3, within(0.0001));
    assertSeparateAndInside(grassland);
  }

  @Test
  void theGrowthBoundaryIsTheDesignedMultipleOfTheTown() {
    List<ControlZone> boundary = lines.growthBoundary(38.02e6);

    assertThat(boundary.get(0).type()).isEqualTo("城镇集中建设区");
    assertThat(boundary.get(0).area() / 38.02e6).isCloseTo(1.3391, within(1e-6));
    assertSeparateAndInside(boundary);
  }

  private void assertSeparateAndInside(List<ControlZone> zones) {
    for (ControlZone zone : zones) {
      assertThat(zone.polygon().isValid()).isTrue();
      assertThat(zone.polygon().within(CITY)).as(zone.name()).isTrue();
      for (ControlZone other : zones) {
        assertThat(zone != other && zone.polygon().intersects(other.polygon())).isFalse();
      }
    }
  }

  /** The union of the parcels. */
  private static Geometry city() {
    GeometryFactory factory = new GeometryFactory();
    Geometry[] cells =
        ParcelFabric.of(new CitySketch(), 3_000, 42).stream()
            .map(cell -> factory.createPolygon(cell.ring()))
            .toArray(Geometry[]::new);
    return CoverageUnion.union(cells);
  }

  private double area(List<ControlZone> zones) {
    return zones.stream().mapToDouble(zone -> measure.ofPlane(zone.polygon())).sum();
  }
}
