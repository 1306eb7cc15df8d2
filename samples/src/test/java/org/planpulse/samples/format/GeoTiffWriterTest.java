package org.planpulse.samples.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.samples.format.GeoTiffWriter.Grid;

class GeoTiffWriterTest {

  @TempDir Path folder;

  @Test
  void cellsAndGeoKeysReadBack() throws Exception {
    Grid grid = new Grid(4546, true, 532_000, 4_848_000, 200, 3, 2);
    Path file = folder.resolve("dem.tif");
    GeoTiffWriter.write(file, grid, new float[] {1, 2, 3, 4, 5.5f, -9999}, "-9999");

    FileDirectory image = TiffReader.readTiff(file.toFile()).getFileDirectory();

    assertThat(image.readRasters().getFirstPixelSample(1, 1)).isEqualTo(5.5f);
    assertThat(image.readRasters().getFirstPixelSample(2, 0)).isEqualTo(3f);
    assertThat(image.getModelTiepoint())
        .containsExactly(0.0, 0.0, 0.0, 532_000.0, 4_848_000.0, 0.0);
    assertThat(image.getModelPixelScale()).containsExactly(200.0, 200.0, 0.0);
    List<?> keys = (List<?>) image.get(FieldTagType.GeoKeyDirectory).getValues();
    assertThat(keys.subList(12, 16)).hasToString("[3072, 0, 1, 4546]");
  }

  @Test
  void coordinatesAreThoseOfCellMiddles() {
    Grid grid = new Grid(4490, false, 111.4, 43.775, 0.0025, 345, 310);

    assertThat(grid.x(0)).isEqualTo(111.40125);
    assertThat(grid.y(0)).isEqualTo(43.77375);
  }
}
