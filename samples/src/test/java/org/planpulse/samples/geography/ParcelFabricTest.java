package org.planpulse.samples.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class ParcelFabricTest {

  private static List<Cell> cells;
  private static Geometry[] polygons;

  @BeforeAll
  static void growFabric() {
    cells = ParcelFabric.of(new CitySketch(), 3_000, 11);
    GeometryFactory factory = new GeometryFactory();
    polygons =
        cells.stream().map(cell -> factory.createPolygon(cell.ring())).toArray(Geometry[]::new);
  }

  @Test
  void hasAboutTheCellsAskedFor() {
    assertThat(cells).hasSizeBetween(2_940, 3_060);
  }

  @Test
  void everyCellIsAValidPolygonAroundItsSeed() {
    for (int i = 0; i < polygons.length; i++) {
      assertThat(polygons[i].isValid()).isTrue();
      assertThat(polygons[i].contains(polygons[i].getFactory().createPoint(cells.get(i).site())))
          .isTrue();
    }
  }

  @Test
  void cellsNeitherOverlapNorLeaveGaps() {
    assertThat(CoverageValidator.isValid(polygons)).isTrue();
    Geometry city = CoverageUnion.union(polygons);
    assertThat(city).isInstanceOf(Polygon.class);
    assertThat(((Polygon) city).getNumInteriorRing()).isZero();
    double sum = cells.stream().mapToDouble(Cell::area).sum();
    assertThat(new EllipsoidalArea().ofPlane((Polygon) city)).isCloseTo(sum, within(0.01));
  }

  @Test
  void anInnerEdgeBelongsToTwoCellsAndAnOuterOneToOne() {
    Map<List<Coordinate>, Integer> uses = new HashMap<>();
    for (Cell cell : cells) {
      for (int i = 0; i + 1 < cell.ring().length; i++) {
        Coordinate a = cell.ring()[i];
        Coordinate b = cell.ring()[i + 1];
        uses.merge(a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a), 1, Integer::sum);
      }
    }
    Geometry city = CoverageUnion.union(polygons);
    long once = uses.values().stream().filter(count -> count == 1).count();
    assertThat(uses.values()).allMatch(count -> count <= 2);
    assertThat(once).isEqualTo(city.getNumPoints() - 1L);
  }

  @Test
  void theCityHasTheSizeAndLiesInTheExtentOfTheRealOne() {
    double area = cells.stream().mapToDouble(Cell::area).sum();
    assertThat(area / 1e6).isCloseTo(4_015, within(15.0));
    Envelope box = CoverageUnion.union(polygons).getEnvelopeInternal();
    GaussKruger projection = new GaussKruger();
    Coordinate low = projection.toGeographic(new Coordinate(box.getMinX(), box.getMinY()));
    Coordinate high = projection.toGeographic(new Coordinate(box.getMaxX(), box.getMaxY()));
    assertThat(low.x).isGreaterThan(111 + 17 / 60.0);
    assertThat(low.y).isGreaterThan(42 + 55 / 60.0);
    assertThat(high.x).isLessThan(112 + 25 / 60.0);
    assertThat(high.y).isLessThan(43 + 53 / 60.0);
  }

  @Test
  void railwayAndHighwaysAreRibbons() {
    for (Course course : CitySketch.courses()) {
      List<Cell> ribbon = cells.stream().filter(cell -> cell.role() == course.role()).toList();
      assertThat(ribbon).hasSizeGreaterThan(10);
    }
    assertThat(cells.stream().filter(cell -> cell.role() == Seed.Role.RAILWAY))
        .allMatch(cell -> cell.area() < 70 * extent(cell));
  }

  private static double extent(Cell cell) {
    Envelope box = new Envelope();
    for (Coordinate corner : cell.ring()) {
      box.expandToInclude(corner);
    }
    return Math.hypot(box.getWidth(), box.getHeight());
  }
}
