package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;

class CellFractionsTest {

  /** 8 x 6 oblong cells of 30 m x 20 m. */
  private static final RasterGrid GRID = new RasterGrid(8, 6, 1000, 2120, 30, 20);

  private static final Geometry EXTENT = Shapes.rectangle(1000, 2000, 1240, 2120);

  @Test
  void rectangleCoversHalvesAndQuartersOfItsBorderCells() {
    double[] fractions = fractions(Shapes.rectangle(1015, 2010, 1075, 2050), GRID);
    double[] expected = new double[48];
    // rows from the north: y 2050 is the middle of row 3, y 2010 the middle of row 5
    for (int row = 3; row <= 5; row++) {
      double height = row == 4 ? 1 : 0.5;
      expected[row * 8] = 0.5 * height;
      expected[row * 8 + 1] = height;
      expected[row * 8 + 2] = 0.5 * height;
    }
    assertThat(fractions).containsExactly(expected, within(1e-12));
  }

  @Test
  void wholeRasterAndMoreLosesNoCellAtAnyEdge() {
    assertThat(fractions(EXTENT, GRID)).containsOnly(1.0);
    assertThat(fractions(EXTENT.buffer(500), GRID)).containsOnly(new double[] {1}, within(1e-12));
  }

  @Test
  void touchingZoneCoversNothing() {
    assertThat(fractions(Shapes.rectangle(1240, 2000, 1300, 2120), GRID)).containsOnly(0.0);
    assertThat(fractions(Shapes.rectangle(0, 0, 10, 10), GRID)).containsOnly(0.0);
    assertThat(fractions(Shapes.wkt("POLYGON EMPTY"), GRID)).containsOnly(0.0);
  }

  @Test
  void holeIsLeftOut() {
    Geometry holed = EXTENT.difference(Shapes.rectangle(1030, 2040, 1060, 2070));
    double[] fractions = fractions(holed, GRID);
    assertThat(fractions[3 * 8 + 1]).isZero();
    assertThat(fractions[2 * 8 + 1]).isEqualTo(0.5, within(1e-12));
    assertThat(Arrays.stream(fractions).sum()).isEqualTo(46.5, within(1e-9));
  }

  @Property(tries = 300)
  void eachCellHasTheShareOfItsIntersection(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 25) int points,
      @ForAll @DoubleRange(min = 950, max = 1300) double x,
      @ForAll @DoubleRange(min = 1950, max = 2150) double y,
      @ForAll @DoubleRange(min = 3, max = 300) double radius) {
    Geometry zone = Shapes.star(seed, points, x, y, radius);
    double[] fractions = fractions(zone, GRID);
    for (int row = 0; row < GRID.rows(); row++) {
      for (int column = 0; column < GRID.columns(); column++) {
        assertThat(fractions[row * GRID.columns() + column])
            .isEqualTo(cell(column, row).intersection(zone).getArea() / 600, within(1e-9));
      }
    }
  }

  @Property(tries = 100)
  void zonesThatTileTheRasterAddUpToOneInEveryCell(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 5, max = 40) int points) {
    Polygon inner = Shapes.star(seed, points, 1120, 2060, 100);
    Geometry outer = EXTENT.buffer(7).difference(inner);
    double[] sums = fractions(outer, GRID);
    Geometry triangles = new PolygonTriangulator(inner).getResult();
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      double[] more = fractions(triangles.getGeometryN(i), GRID);
      for (int cell = 0; cell < sums.length; cell++) {
        sums[cell] += more[cell];
      }
    }
    assertThat(sums).containsOnly(new double[] {1}, within(1e-9));
  }

  @Test
  void largeRasterIsQuick() {
    RasterGrid large = new RasterGrid(2000, 1500, 0, 1500, 1, 1);
    Geometry zone = Shapes.star(1, 5000, 1000, 750, 900);
    double[] sum = new double[1];
    CellFractions.of(zone, large).forEach((column, row, fraction) -> sum[0] += fraction);
    Geometry inside = zone.intersection(Shapes.rectangle(0, 0, 2000, 1500));
    assertThat(sum[0]).isEqualTo(inside.getArea(), within(1e-4));
  }

  static double[] fractions(Geometry zone, RasterGrid grid) {
    double[] fractions = new double[grid.columns() * grid.rows()];
    CellFractions.of(zone, grid)
        .forEach((column, row, fraction) -> fractions[row * grid.columns() + column] = fraction);
    return fractions;
  }

  private static Polygon cell(int column, int row) {
    double west = 1000 + 30 * column;
    double north = 2120 - 20 * row;
    return Shapes.rectangle(west, north - 20, west + 30, north);
  }
}
