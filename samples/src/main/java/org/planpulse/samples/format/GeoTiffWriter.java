package org.planpulse.samples.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;

/** One float32 band with GeoKeys (OGC 19-008r4), uncompressed. */
public final class GeoTiffWriter {

  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_TYPE = 2048;
  private static final int PROJECTED_TYPE = 3072;
  private static final int PIXEL_IS_AREA = 1;

  private GeoTiffWriter() {}

  /**
   * Where the cells lie.
   *
   * @param epsg code of the reference system
   * @param projected metres if true, degrees if not
   * @param west left edge of the first column
   * @param north upper edge of the first row
   * @param cell width and height of a cell
   */
  public record Grid(
      int epsg, boolean projected, double west, double north, double cell, int columns, int rows) {

    /** The middle of a column. */
    public double x(int column) {
      return west + (column + 0.5) * cell;
    }

    /** The middle of a row. */
    public double y(int row) {
      return north - (row + 0.5) * cell;
    }
  }

  /**
   * @param cells row by row from the north-west
   * @param noData as text, the GDAL convention
   */
  public static void write(Path file, Grid grid, float[] cells, String noData) throws IOException {
    Rasters rasters = new Rasters(grid.columns, grid.rows, 1, FieldType.FLOAT);
    for (int row = 0; row < grid.rows; row++) {
      for (int column = 0; column < grid.columns; column++) {
        rasters.setFirstPixelSample(column, row, cells[row * grid.columns + column]);
      }
    }
    FileDirectory directory = new FileDirectory();
    directory.setImageWidth(grid.columns);
    directory.setImageHeight(grid.rows);
    directory.setBitsPerSample(32);
    directory.setSampleFormat(TiffConstants.SAMPLE_FORMAT_FLOAT);
    directory.setCompression(TiffConstants.COMPRESSION_NO);
    directory.setPhotometricInterpretation(TiffConstants.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    directory.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_CHUNKY);
    directory.setSamplesPerPixel(1);
    directory.setRowsPerStrip(
        rasters.calculateRowsPerStrip(TiffConstants.PLANAR_CONFIGURATION_CHUNKY));
    directory.setModelPixelScale(List.of(grid.cell, grid.cell, 0.0));
    directory.setModelTiepoint(List.of(0.0, 0.0, 0.0, grid.west, grid.north, 0.0));
    addGeoKeys(directory, grid);
    directory.addEntry(
        new FileDirectoryEntry(
            FieldTagType.GDAL_NODATA, FieldType.ASCII, noData.length() + 1L, List.of(noData)));
    directory.setWriteRasters(rasters);
    TIFFImage image = new TIFFImage();
    image.add(directory);
    TiffWriter.writeTiff(file.toFile(), image);
  }

  private static void addGeoKeys(FileDirectory directory, Grid grid) {
    int model = grid.projected ? 1 : 2;
    int type = grid.projected ? PROJECTED_TYPE : GEOGRAPHIC_TYPE;
    List<Integer> keys =
        List.of(
            1,
            1,
            0,
            3,
            MODEL_TYPE,
            0,
            1,
            model,
            RASTER_TYPE,
            0,
            1,
            PIXEL_IS_AREA,
            type,
            0,
            1,
            grid.epsg);
    directory.addEntry(
        new FileDirectoryEntry(FieldTagType.GeoKeyDirectory, FieldType.SHORT, keys.size(), keys));
  }
}
