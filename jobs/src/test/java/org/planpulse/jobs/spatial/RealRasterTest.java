package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.jobs.conform.GeoTiffTile;
import org.planpulse.jobs.geometry.CellAreas;
import org.planpulse.jobs.geometry.CellDistribution;
import org.planpulse.jobs.geometry.CellFractions;
import org.planpulse.jobs.geometry.CellHistogram;
import org.planpulse.jobs.geometry.CellHistogram.Bin;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.geometry.RasterTile;
import org.planpulse.jobs.geometry.ZonalStatistic;
import org.planpulse.jobs.ingest.TestSources;

/** Rasters that others made: cells that are not square, codes of no data that no float can hold. */
class RealRasterTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Pixels of NLCD 2011 in 8 classes, as its provenance counts them. */
  private static final Map<Double, Long> NLCD =
      Map.of(
          1.0, 1209L, 2.0, 17517L, 3.0, 106070L, 4.0, 767537L, 5.0, 545771L, 6.0, 4878L, 7.0, 8728L,
          8.0, 6497L);

  @Test
  void everyPixelOfTheLandCoverIsInItsClass() throws IOException {
    Raster raster = Raster.of("landcover-nlcd-zion-a/nlcd.tif", "EPSG:26912");
    CellDistribution cells = raster.cells(raster.extent().buffer(1000));
    Map<Double, Long> pixels = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      pixels.put(cells.value(i), cells.share(i) / CellFractions.WHOLE);
      assertThat(cells.share(i) % CellFractions.WHOLE).isZero();
    }
    assertThat(pixels).isEqualTo(NLCD);
    assertThat(cells.totalCells()).isEqualTo(1073.0 * 1359);
    List<Bin> classes = CellHistogram.ofClasses(cells);
    assertThat(classes.stream().mapToLong(Bin::hundredths).sum())
        .isEqualTo(cells.totalHundredths());
    // 1 449.431 km² in the plane of UTM, whose scale here is 1 within 0.0003
    long covered = classes.stream().filter(Bin::hasValue).mapToLong(Bin::hundredths).sum();
    assertThat(covered / 100.0 / 1_449.431e6).isEqualTo(1, within(0.001));
  }

  /** An equal-area projection: each cell has on the ellipsoid the area it has in the plane. */
  @ParameterizedTest
  @CsvSource({
    "clc00.tif, 63532, 661230, 88673",
    "clc06.tif, 65409, 658813, 89213",
    "clc12.tif, 65750, 658415, 89270"
  })
  void cellsOfAnEqualAreaProjectionKeepTheirArea(String file, long urban, long other, long none)
      throws IOException {
    Raster raster = Raster.of("landcover-corine-vaud/" + file, "EPSG:3035");
    CellDistribution cells = raster.cells(raster.extent());
    assertThat(cells.cells(0)).isEqualTo(urban);
    assertThat(cells.cells(1)).isEqualTo(other);
    assertThat(cells.totalCells() - cells.coveredCells()).isEqualTo(none);
    double plane = raster.extent().getArea();
    assertThat(cells.totalHundredths() / 100.0 / plane).isEqualTo(1, within(1e-6));
  }

  /** The extremes of ETOPO5 here, and that the place of Erenhot lies at 991 m. */
  @Test
  void heightsHaveTheirExtremesAndTheirPlace() throws IOException {
    Raster raster = Raster.of("dem-climate-erenhot/etopo5_105-120E_38-50N.tif", "EPSG:4326");
    ZonalStatistic whole = new ZonalStatistic(raster.cells(raster.extent()));
    assertThat(whole.min()).isEqualTo(-27);
    assertThat(whole.max()).isEqualTo(2743);
    Geometry town = SHAPES.toGeometry(new Envelope(111.979, 111.981, 43.649, 43.651));
    assertThat(new ZonalStatistic(raster.cells(town)).mean()).isEqualTo(991);
  }

  /** The first month of the western wind; -99.9 m/s stands for none. */
  @Test
  void aCodeForNoDataThatNoFloatHoldsIsNoValue() throws IOException {
    Raster raster =
        Raster.of("dem-climate-erenhot/navy_winds_UWND_monthly_1982-1992.tif", "EPSG:4326");
    CellDistribution cells = raster.cells(raster.extent());
    assertThat(new ZonalStatistic(cells).min()).isGreaterThan(-90);
    Geometry town = SHAPES.toGeometry(new Envelope(111.979, 111.981, 43.649, 43.651));
    assertThat(new ZonalStatistic(raster.cells(town)).mean()).isEqualTo(4.94, within(0.005));
  }

  private record Raster(RasterTile tile, CellAreas areas) {

    static Raster of(String file, String crs) throws IOException {
      Path folder = TestSources.realData(Path.of(file).getParent().toString());
      GeoTiffTile tile =
          GeoTiffTile.of(Files.readAllBytes(folder.resolve(Path.of(file).getFileName())));
      RasterGrid grid = tile.grid();
      return new Raster(
          new RasterTile(grid, grid.window(), tile.values()),
          CellAreas.of(grid, grid.window(), crs));
    }

    CellDistribution cells(Geometry zone) {
      return CellDistribution.of(zone, tile, areas);
    }

    Geometry extent() {
      RasterGrid grid = tile.grid();
      return SHAPES.toGeometry(
          new Envelope(
              grid.west(),
              grid.west() + grid.columns() * grid.cellWidth(),
              grid.north() - grid.rows() * grid.cellHeight(),
              grid.north()));
    }
  }
}
