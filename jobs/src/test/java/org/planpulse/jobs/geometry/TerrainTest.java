package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.geometry.Terrain.Measure;

class TerrainTest {

  /** 7 x 5 oblong cells of 30 m x 20 m. */
  private static final RasterGrid GRID = new RasterGrid(7, 5, 500_000, 4_830_000, 30, 20);

  /** arctan 0.1 */
  private static final double TEN_PERCENT = 5.7106;

  @ParameterizedTest
  @CsvSource({
    "0, 1, 180",
    "1, 1, 225",
    "1, 0, 270",
    "1, -1, 315",
    "0, -1, 0",
    "-1, -1, 45",
    "-1, 0, 90",
    "-1, 1, 135",
  })
  void planeOfTenPercentHasItsSlopeAndTheDirectionItFallsToInEveryCell(
      double east, double north, double direction) {
    double length = Math.hypot(east, north);
    Terrain plane = plane(0.1 * east / length, 0.1 * north / length);
    assertThat(plane.derive(Measure.SLOPE, GRID.window(), 4)).hasSize(35).containsOnly(TEN_PERCENT);
    assertThat(plane.derive(Measure.ASPECT, GRID.window(), 4)).containsOnly(direction);
  }

  @Test
  void flatLandHasNoDirection() {
    Terrain plane = plane(0, 0);
    assertThat(plane.derive(Measure.SLOPE, GRID.window(), 2)).containsOnly(0);
    assertThat(plane.derive(Measure.ASPECT, GRID.window(), 2)).containsOnly(Double.NaN);
  }

  @Test
  void aDirectionThatRoundsToAFullCircleIsNorth() {
    Terrain plane = plane(0.00001, -0.1);
    assertThat(plane.derive(Measure.ASPECT, GRID.window(), 1)).containsOnly(0.0);
  }

  /** The formulas of Horn (1981) for a window of nine heights, cells of 30 m x 20 m. */
  @Test
  void nineHeightsGiveTheGradientOfHorn() {
    double[] heights = {
      50, 45, 50,
      30, 30, 30,
      8, 10, 10
    };
    double east = (50 + 60 + 10 - 50 - 60 - 8) / (8 * 30.0);
    double south = (8 + 20 + 10 - 50 - 90 - 50) / (8 * 20.0);
    RasterGrid grid = new RasterGrid(3, 3, 0, 0, 30, 20);
    Terrain terrain = new Terrain(heights(grid, heights), grid, false);
    RasterWindow middle = new RasterWindow(1, 1, 1, 1);
    assertThat(terrain.derive(Measure.SLOPE, middle, 6)[0])
        .isEqualTo(Math.toDegrees(Math.atan(Math.hypot(east, south))), within(1e-6));
    assertThat(terrain.derive(Measure.ASPECT, middle, 6)[0])
        .isEqualTo(180 + Math.toDegrees(Math.atan2(east, -south)), within(1e-6));
  }

  @Test
  void missingNeighboursTakeNothingFromAPlane() {
    double[] heights = new double[35];
    Arrays.setAll(heights, i -> 3.0 * (i % 7));
    for (int hole : new int[] {0, 9, 17, 24, 34}) {
      heights[hole] = Double.NaN;
    }
    double[] slopes =
        new Terrain(heights(GRID, heights), GRID, false).derive(Measure.SLOPE, GRID.window(), 4);
    for (int i = 0; i < 35; i++) {
      assertThat(slopes[i])
          .isEqualTo(Double.valueOf(Double.isNaN(heights[i]) ? Double.NaN : TEN_PERCENT));
    }
  }

  @Test
  void aCellAloneHasNoSlope() {
    double[] heights = new double[35];
    Arrays.fill(heights, Double.NaN);
    heights[17] = 900;
    assertThat(
            new Terrain(heights(GRID, heights), GRID, false)
                .derive(Measure.SLOPE, GRID.window(), 2))
        .containsOnly(Double.NaN);
  }

  /** Against distances along the geodesic, by another library. */
  @Property(tries = 50)
  void aModelInDegreesRisesByMetresOfTheEllipsoid(
      @ForAll @DoubleRange(min = 18, max = 53) double latitude,
      @ForAll @DoubleRange(min = 0, max = 360) double direction) {
    double cell = 1 / 1200.0;
    RasterGrid grid = new RasterGrid(3, 3, 111.5, latitude + 1.5 * cell, cell, cell);
    double width = geodesic(latitude, 111.5, latitude, 111.5 + cell);
    double height = geodesic(latitude - cell / 2, 111.5, latitude + cell / 2, 111.5);
    double east = 0.1 * Math.sin(Math.toRadians(direction));
    double north = 0.1 * Math.cos(Math.toRadians(direction));
    Terrain plane =
        new Terrain(
            (column, row) -> 1000 - east * width * column + north * height * row, grid, true);
    RasterWindow middle = new RasterWindow(1, 1, 1, 1);
    assertThat(plane.derive(Measure.SLOPE, middle, 6)[0]).isEqualTo(5.710593, within(2e-6));
    double turn = plane.derive(Measure.ASPECT, middle, 6)[0] - direction;
    assertThat(Math.cos(Math.toRadians(turn))).isEqualTo(1, within(1e-9));
  }

  private static double geodesic(double lat1, double lon1, double lat2, double lon2) {
    return net.sf.geographiclib.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
  }

  /** Rises by so much a metre. */
  private static Terrain plane(double east, double north) {
    return new Terrain(
        (column, row) ->
            inside(GRID, column, row)
                ? 1000 + east * column * GRID.cellWidth() - north * row * GRID.cellHeight()
                : Double.NaN,
        GRID,
        false);
  }

  private static Terrain.Heights heights(RasterGrid grid, double[] heights) {
    return (column, row) ->
        inside(grid, column, row) ? heights[row * grid.columns() + column] : Double.NaN;
  }

  private static boolean inside(RasterGrid grid, int column, int row) {
    return grid.window().contains(column, row);
  }
}
