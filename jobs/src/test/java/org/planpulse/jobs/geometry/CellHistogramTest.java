package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.CellHistogram.Bin;

class CellHistogramTest {

  private static final long CELL = CellFractions.WHOLE;

  /** 20 x 10 cells of 0.01° x 0.02°, west and north at 111.5 E 43.7 N. */
  private static final RasterGrid GRID = new RasterGrid(20, 10, 111.5, 43.7, 0.01, 0.02);

  private static final Geometry EXTENT = Shapes.rectangle(111.5, 43.5, 111.7, 43.7);

  @Test
  void gradesOfSlopeHoldTheirUpperEdge() {
    CellDistribution cells = cells(2, 2.01, 6, 15.5, 25, 25.01);
    assertThat(CellHistogram.ofBins(cells, 2, 6, 15, 25))
        .extracting(Bin::lower, Bin::upper, Bin::hasValue, Bin::share)
        .containsExactly(
            tuple(null, 2.0, true, CELL),
            tuple(2.0, 6.0, true, 2 * CELL),
            tuple(15.0, 25.0, true, 2 * CELL),
            tuple(25.0, null, true, CELL),
            tuple(null, null, false, 194 * CELL));
  }

  @Test
  void directionsAboveTheLastEdgeJoinTheFirst() {
    assertThat(CellHistogram.ofDirections(cells(0, 22.5, 22.6, 337.5, 337.6, 359), 22.5, 337.5))
        .extracting(Bin::lower, Bin::upper, Bin::share)
        .containsExactly(
            tuple(337.5, 22.5, 4 * CELL),
            tuple(22.5, 337.5, 2 * CELL),
            tuple(null, null, 194 * CELL));
  }

  /** The band between two parallels, by the area function that parcels use. */
  @Test
  void aClassHasTheEllipsoidalAreaOfItsCells() {
    CellDistribution cells = cells(7, 7, 3);
    List<Bin> classes = CellHistogram.ofClasses(cells);
    Geometry three = Shapes.rectangle(111.52, 43.68, 111.53, 43.7);
    Geometry seven = Shapes.rectangle(111.5, 43.68, 111.52, 43.7);
    assertThat(classes)
        .extracting(Bin::upper, Bin::hundredths)
        .startsWith(
            tuple(3.0, EllipsoidalArea.hundredths(three)),
            tuple(7.0, EllipsoidalArea.hundredths(seven)));
    assertThat(classes.stream().mapToLong(Bin::hundredths).sum())
        .isEqualTo(EllipsoidalArea.hundredths(EXTENT));
  }

  @Property(tries = 100)
  void linesSumToTheAreaAndTheCellsOfTheZone(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    double[] values = new double[200];
    Arrays.setAll(values, i -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(n));
    Geometry zone = Shapes.star(seed, 17, 111.6, 43.6, 0.13);
    CellDistribution cells = new RasterFixture(GRID, values, "EPSG:4490").cells(zone);
    for (List<Bin> lines :
        List.of(CellHistogram.ofClasses(cells), CellHistogram.ofBins(cells, 2, 5, 11))) {
      assertThat(lines.stream().mapToLong(Bin::hundredths).sum())
          .isEqualTo(cells.totalHundredths());
      assertThat(lines.stream().mapToLong(Bin::share).sum() / (double) CELL)
          .isEqualTo(cells.totalCells());
      assertThat(lines).allSatisfy(line -> assertThat(line.hundredths()).isNotNegative());
    }
    // A star that is cut by the edges of cells has the area of its outline only nearly.
    double inside =
        EllipsoidalArea.squareMetres(
            zone.intersection(EXTENT), EllipsoidalArea.Edge.STRAIGHT_IN_DEGREES);
    assertThat(cells.totalHundredths() / 100.0 / inside).isEqualTo(1, within(1e-5));
  }

  /** On a projected raster: the cells of a rectangle have its area on the ellipsoid. */
  @Test
  void projectedCellsAddUpToTheFigureOfTheirOuterCorners() {
    GaussKruger plane = GaussKruger.ofCentralMeridian(111);
    RasterGrid grid = new RasterGrid(20, 10, 560_000, 4_830_000, 200, 100);
    double[] values = new double[200];
    Arrays.fill(values, 1);
    CellDistribution cells =
        new RasterFixture(grid, values, "EPSG:4546")
            .cells(Shapes.rectangle(560_000, 4_829_000, 564_000, 4_830_000));
    Geometry outline =
        org.locationtech.jts.densify.Densifier.densify(
            Shapes.rectangle(560_000, 4_829_000, 564_000, 4_830_000), 100);
    assertThat(cells.totalHundredths() / 100.0)
        .isEqualTo(EllipsoidalArea.squareMetres(plane.toDegrees(outline)), within(0.02));
  }

  /** The first cells have these values, the others none. */
  private static CellDistribution cells(double... first) {
    double[] values = new double[200];
    Arrays.fill(values, Double.NaN);
    System.arraycopy(first, 0, values, 0, first.length);
    return new RasterFixture(GRID, values, "EPSG:4490").cells(EXTENT);
  }
}
