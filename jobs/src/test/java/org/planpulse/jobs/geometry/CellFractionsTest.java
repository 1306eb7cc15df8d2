package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

class CellFractionsTest {

  private static final long WHOLE = CellFractions.WHOLE;

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
    assertThat(fractions).containsExactly(expected);
  }

  @Test
  void wholeRasterAndMoreLosesNoCellAtAnyEdge() {
    assertThat(fractions(EXTENT, GRID)).containsOnly(1.0);
    assertThat(fractions(EXTENT.buffer(500), GRID)).containsOnly(1.0);
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

  /** Each of up to 25 edges in a cell is rounded twice to 2⁻³³. */
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
            .isEqualTo(cell(column, row).intersection(zone).getArea() / 600, within(5e-9));
      }
    }
  }

  /**
   * A raster of any shape, cut by lines between any points into zones that share their edges and
   * reach beyond its edges, in tiles of any size: every cell is shared out whole, to the last unit.
   */
  @Property(tries = 300)
  void zonesThatPartitionTheRasterShareOutEveryCell(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0.0001, max = 500) @Scale(4) double cellWidth,
      @ForAll @DoubleRange(min = 0.0001, max = 500) @Scale(4) double cellHeight,
      @ForAll @DoubleRange(min = -180, max = 40_000_000) double west,
      @ForAll @DoubleRange(min = -90, max = 6_000_000) double north,
      @ForAll @IntRange(min = 1, max = 30) int columns,
      @ForAll @IntRange(min = 1, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 31) int tileColumns,
      @ForAll @IntRange(min = 1, max = 31) int tileRows) {
    RasterGrid grid = new RasterGrid(columns, rows, west, north, cellWidth, cellHeight);
    long[] sums = new long[columns * rows];
    for (Geometry zone : partition(new Random(seed), extent(grid))) {
      long[] shares = shares(zone, grid, tileColumns, tileRows);
      Arrays.setAll(sums, cell -> sums[cell] + shares[cell]);
    }
    double total = Arrays.stream(sums).sum() / (double) CellFractions.WHOLE;
    assertThat(total).isEqualTo(columns * rows, within(1e-9));
    assertThat(sums).containsOnly(WHOLE);
  }

  @Property(tries = 200)
  void aShareIsTheSameInATileOfAnySize(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 9) int tileColumns,
      @ForAll @IntRange(min = 1, max = 7) int tileRows) {
    Geometry zone = Shapes.star(seed, 21, 1130, 2060, 150);
    assertThat(shares(zone, GRID, tileColumns, tileRows)).isEqualTo(shares(zone, GRID, 8, 6));
  }

  @Test
  void zonesUpToAndBeyondTheRightEdgeHoldTheSameCells() {
    // where RS_ZonalStats counts one column of the 200 (Sedona 1.8.1)
    RasterGrid grid = new RasterGrid(200, 150, 454_000, 4_831_500, 30, 10);
    for (double right : new double[] {459_999.999_999, 460_000, 460_005, 470_000}) {
      double[] fractions = fractions(Shapes.rectangle(454_000, 4_830_000, right, 4_831_500), grid);
      assertThat(Arrays.stream(fractions).sum()).isEqualTo(30_000, within(1e-4));
    }
  }

  @Test
  void largeRasterIsQuick() {
    RasterGrid large = new RasterGrid(2000, 1500, 0, 1500, 1, 1);
    Geometry zone = Shapes.star(1, 5000, 1000, 750, 900);
    double[] sum = new double[1];
    CellFractions.of(zone, large, large.window())
        .forEach((column, row, share) -> sum[0] += (double) share / CellFractions.WHOLE);
    Geometry inside = zone.intersection(Shapes.rectangle(0, 0, 2000, 1500));
    assertThat(sum[0]).isEqualTo(inside.getArea(), within(1e-4));
  }

  static double[] fractions(Geometry zone, RasterGrid grid) {
    double[] fractions = new double[grid.columns() * grid.rows()];
    long[] shares = shares(zone, grid, grid.columns(), grid.rows());
    Arrays.setAll(fractions, cell -> (double) shares[cell] / CellFractions.WHOLE);
    return fractions;
  }

  /** Shares of all cells, tile by tile. */
  static long[] shares(Geometry zone, RasterGrid grid, int tileColumns, int tileRows) {
    long[] shares = new long[grid.columns() * grid.rows()];
    for (int row = 0; row < grid.rows(); row += tileRows) {
      for (int column = 0; column < grid.columns(); column += tileColumns) {
        RasterWindow tile =
            new RasterWindow(
                column,
                row,
                Math.min(tileColumns, grid.columns() - column),
                Math.min(tileRows, grid.rows() - row));
        CellFractions.of(zone, grid, tile)
            .forEach((x, y, share) -> shares[y * grid.columns() + x] += share);
      }
    }
    return shares;
  }

  private static Envelope extent(RasterGrid grid) {
    return new Envelope(grid.x(0), grid.x(grid.columns()), grid.y(grid.rows()), grid.y(0));
  }

  /** Triangles between random points in and around an extent; together they cover it. */
  private static List<Geometry> partition(Random random, Envelope extent) {
    Envelope around = extent.copy();
    around.expandBy(extent.getWidth() / 7, extent.getHeight() / 7);
    List<Coordinate> points =
        new ArrayList<>(List.of(Shapes.FACTORY.toGeometry(around).getCoordinates()));
    for (int i = random.nextInt(20); i >= 0; i--) {
      points.add(
          new Coordinate(
              around.getMinX() + around.getWidth() * random.nextDouble(),
              around.getMinY() + around.getHeight() * random.nextDouble()));
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(points);
    Geometry triangles = builder.getTriangles(Shapes.FACTORY);
    List<Geometry> zones = new ArrayList<>();
    for (int i = 0; i < triangles.getNumGeometries(); i++) {
      zones.add(triangles.getGeometryN(i));
    }
    return zones;
  }

  private static Polygon cell(int column, int row) {
    double west = 1000 + 30 * column;
    double north = 2120 - 20 * row;
    return Shapes.rectangle(west, north - 20, west + 30, north);
  }
}
