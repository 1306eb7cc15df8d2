package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class ZonalStatisticTest {

  /** 20 x 10 cells of 5 m x 10 m; x counts from the central meridian of 111 E. */
  private static final RasterGrid GRID = new RasterGrid(20, 10, 500_000, 4_830_100, 5, 10);

  private static final String CRS = "EPSG:4546";

  @Test
  void constantRasterHasItsConstantAsMeanAndNoDeviation() {
    double[] values = new double[200];
    Arrays.fill(values, 932.5);
    ZonalStatistic statistic = statistic(star(3, 40), values);
    assertThat(statistic.mean()).isEqualTo(932.5, within(1e-9));
    assertThat(statistic.deviation()).isEqualTo(0, within(1e-9));
    assertThat(statistic.quantile(new BigDecimal("0.05"))).isEqualTo(932.5);
  }

  @Test
  void gradientHasItsValueAtTheCentreOfASymmetricZone() {
    // whole and half cells, symmetric about (52.5, 55): the mean of a plane is its value there
    double[] values = new double[200];
    for (int i = 0; i < 200; i++) {
      double x = 2.5 + 5 * (i % 20);
      double y = 95 - 10 * (i / 20);
      values[i] = 100 + 2 * x - 3 * y;
    }
    ZonalStatistic statistic = statistic(rectangle(22.5, 15, 82.5, 95), values);
    assertThat(statistic.mean()).isEqualTo(100 + 2 * 52.5 - 3 * 55, within(1e-9));
    assertThat(statistic.sum()).isEqualTo(96 * (100 + 2 * 52.5 - 3 * 55), within(1e-9));
    assertThat(statistic.min()).isEqualTo(100 + 2 * 22.5 - 3 * 95);
    assertThat(statistic.max()).isEqualTo(100 + 2 * 82.5 - 3 * 15);
  }

  /**
   * Half of a cell of 4, all of one of 6, a quarter of one of 9: 2.0 + 6.0 + 2.25 in 1.75 cells.
   */
  @Test
  void sharesWeigh() {
    double[] values = new double[200];
    values[0] = 4;
    values[1] = 6;
    values[2] = 9;
    ZonalStatistic statistic = statistic(rectangle(2.5, 90, 11.25, 100), values);
    assertThat(statistic.sum()).isEqualTo(10.25);
    assertThat(statistic.mean()).isEqualTo(10.25 / 1.75);
    assertThat(statistic.quantile(new BigDecimal("0.28"))).isEqualTo(4);
    assertThat(statistic.quantile(new BigDecimal("0.29"))).isEqualTo(6);
    assertThat(statistic.quantile(new BigDecimal("0.85"))).isEqualTo(6);
    assertThat(statistic.quantile(BigDecimal.ONE)).isEqualTo(9);
    assertThat(statistic.deviation())
        .isEqualTo(
            Math.sqrt((0.5 * 16 + 36 + 0.25 * 81) / 1.75 - Math.pow(10.25 / 1.75, 2)),
            within(1e-12));
  }

  @Test
  void anOrderThatTheSharesReachExactlyGivesTheLowerValue() {
    double[] values = new double[200];
    Arrays.setAll(values, i -> i);
    ZonalStatistic statistic = statistic(rectangle(0, 90, 20, 100), values);
    assertThat(statistic.quantile(new BigDecimal("0.25"))).isEqualTo(0);
    assertThat(statistic.quantile(new BigDecimal("0.5"))).isEqualTo(1);
    assertThat(statistic.quantile(new BigDecimal("0.500001"))).isEqualTo(2);
  }

  @Test
  void cellsWithoutValueCountForNothingButTheTotal() {
    double[] values = new double[200];
    Arrays.fill(values, Double.NaN);
    values[0] = 4;
    CellDistribution cells = raster(values).cells(rectangle(2.5, 90, 15, 100));
    assertThat(cells.totalCells()).isEqualTo(2.5);
    assertThat(cells.coveredCells()).isEqualTo(0.5);
    assertThat(new ZonalStatistic(cells).mean()).isEqualTo(4);
  }

  @Test
  void zoneWithoutAnyValueHasNoStatistic() {
    double[] values = new double[200];
    Arrays.fill(values, Double.NaN);
    CellDistribution cells = raster(values).cells(rectangle(0, 0, 9, 9));
    assertThat(cells.totalCells()).isGreaterThan(0);
    assertThatThrownBy(() -> new ZonalStatistic(cells)).hasMessage("no covered cell");
  }

  @Test
  void valuesMustFillTheTile() {
    assertThatThrownBy(() -> new RasterTile(GRID, GRID.window(), new double[3]))
        .hasMessageContaining("3 values");
  }

  @Test
  void northIsBetweenNorthWestAndNorthEast() {
    double[] values = new double[200];
    values[0] = 350;
    values[1] = 30;
    assertThat(statistic(rectangle(0, 90, 10, 100), values).meanDirection())
        .isEqualTo(10, within(1e-9));
  }

  @Property(tries = 200)
  void quantileIsThatOfTheSortedCells(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 1000) int perMille,
      @ForAll @IntRange(min = 1, max = 300) int different) {
    double[] values = random(seed, different);
    Geometry zone = star(seed, 45);
    double[] fractions = CellFractionsTest.fractions(zone, GRID);
    List<Integer> covered =
        IntStream.range(0, 200)
            .filter(i -> fractions[i] > 0 && !Double.isNaN(values[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toList();
    BigDecimal order = BigDecimal.valueOf(perMille, 3);
    BigDecimal wanted =
        order.multiply(
            covered.stream()
                .map(i -> new BigDecimal(fractions[i]))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    BigDecimal reached = BigDecimal.ZERO;
    double expected = Double.NaN;
    for (int i : covered) {
      reached = reached.add(new BigDecimal(fractions[i]));
      if (reached.compareTo(wanted) >= 0) {
        expected = values[i];
        break;
      }
    }
    assertThat(statistic(zone, values).quantile(order)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void tilesOfAnySizeInAnyOrderGiveTheSameDigits(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 21) int tileColumns,
      @ForAll @IntRange(min = 1, max = 11) int tileRows) {
    RasterFixture raster = raster(random(seed, 37));
    Geometry zone = star(seed, 60);
    CellDistribution whole = raster.cells(zone);
    List<CellDistribution> parts = raster.parts(zone, tileColumns, tileRows);
    Collections.shuffle(parts, new Random(seed));
    CellDistribution merged = parts.stream().reduce(CellDistribution.EMPTY, CellDistribution::plus);
    assertThat(merged.toBytes()).isEqualTo(whole.toBytes());
    assertThat(CellDistribution.ofBytes(whole.toBytes()).toBytes()).isEqualTo(whole.toBytes());
    assertThat(new ZonalStatistic(merged).mean()).isEqualTo(new ZonalStatistic(whole).mean());
  }

  private static ZonalStatistic statistic(Geometry zone, double[] values) {
    return new ZonalStatistic(raster(values).cells(zone));
  }

  private static RasterFixture raster(double[] values) {
    return new RasterFixture(GRID, values, CRS);
  }

  /** One cell in ten has no value. */
  private static double[] random(long seed, int different) {
    Random random = new Random(seed);
    double[] values = new double[200];
    Arrays.setAll(
        values, i -> random.nextInt(10) == 0 ? Double.NaN : 0.1 * random.nextInt(different) - 7);
    return values;
  }

  private static Geometry star(long seed, double radius) {
    return Shapes.star(seed, 13, 500_048, 4_830_052, radius);
  }

  private static Geometry rectangle(double minX, double minY, double maxX, double maxY) {
    return Shapes.rectangle(500_000 + minX, 4_830_000 + minY, 500_000 + maxX, 4_830_000 + maxY);
  }
}
