package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class ZonalStatisticTest {

  private static final double NO_DATA = -9999;
  private static final RasterGrid GRID = new RasterGrid(20, 10, 0, 100, 5, 10);

  @Test
  void constantRasterHasItsConstantAsMean() {
    double[] values = new double[200];
    Arrays.fill(values, 932.5);
    ZonalStatistic statistic =
        ZonalStatistic.of(Shapes.star(3, 11, 50, 50, 40), GRID, values, NO_DATA);
    assertThat(statistic.mean().orElseThrow()).isEqualTo(932.5, within(1e-9));
    assertThat(statistic.totalCells()).isEqualTo(statistic.coveredCells());
  }

  @Test
  void gradientHasItsValueAtTheCentreOfASymmetricZone() {
    // whole and half cells, symmetric about (52.5, 55): the mean of a plane is its value there
    Geometry zone = Shapes.rectangle(22.5, 15, 82.5, 95);
    double[] values = new double[200];
    for (int i = 0; i < 200; i++) {
      double x = 2.5 + 5 * (i % 20);
      double y = 95 - 10 * (i / 20);
      values[i] = 100 + 2 * x - 3 * y;
    }
    ZonalStatistic statistic = ZonalStatistic.of(zone, GRID, values, NO_DATA);
    assertThat(statistic.mean().orElseThrow()).isEqualTo(100 + 2 * 52.5 - 3 * 55, within(1e-9));
    assertThat(statistic.totalCells()).isEqualTo(96, within(1e-9));
  }

  @Test
  void cellsWithoutValueCountForNothingButTheTotal() {
    double[] values = new double[200];
    Arrays.fill(values, NO_DATA);
    values[0] = 4;
    values[1] = Double.NaN;
    ZonalStatistic statistic =
        ZonalStatistic.of(Shapes.rectangle(2.5, 90, 15, 100), GRID, values, NO_DATA);
    assertThat(statistic).isEqualTo(new ZonalStatistic(2.5, 0.5, 2));
    assertThat(statistic.mean()).hasValue(4);
  }

  @Test
  void zoneWithoutAnyValueHasNoMean() {
    double[] values = new double[200];
    Arrays.fill(values, Double.NaN);
    assertThat(ZonalStatistic.of(Shapes.rectangle(0, 0, 9, 9), GRID, values, NO_DATA).mean())
        .isEmpty();
    assertThat(ZonalStatistic.EMPTY.mean()).isEmpty();
  }

  @Test
  void valuesMustFillTheGrid() {
    assertThatThrownBy(
            () -> ZonalStatistic.of(Shapes.rectangle(0, 0, 9, 9), GRID, new double[3], 0))
        .hasMessageContaining("3 values");
  }

  @Property(tries = 100)
  void tilesAddUpToTheRaster(@ForAll @LongRange(max = 1_000_000) long seed) {
    Geometry zone = Shapes.star(seed, 13, 48, 52, 60);
    double[] values = new double[200];
    Arrays.setAll(values, i -> i * i % 37);
    ZonalStatistic whole = ZonalStatistic.of(zone, GRID, values, NO_DATA);
    ZonalStatistic tiles = ZonalStatistic.EMPTY;
    for (int row = 0; row < 10; row += 5) {
      for (int column = 0; column < 20; column += 4) {
        RasterGrid tile = new RasterGrid(4, 5, 5 * column, 100 - 10 * row, 5, 10);
        double[] part = new double[20];
        for (int i = 0; i < 20; i++) {
          part[i] = values[(row + i / 4) * 20 + column + i % 4];
        }
        tiles = tiles.plus(ZonalStatistic.of(zone, tile, part, NO_DATA));
      }
    }
    assertThat(tiles.totalCells()).isEqualTo(whole.totalCells(), within(1e-9));
    assertThat(tiles.mean().orElseThrow()).isEqualTo(whole.mean().orElseThrow(), within(1e-9));
  }
}
