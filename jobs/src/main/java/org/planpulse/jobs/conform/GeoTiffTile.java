package org.planpulse.jobs.conform;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Arrays;
import org.apache.sedona.common.raster.MapAlgebra;
import org.apache.sedona.common.raster.RasterAccessors;
import org.apache.sedona.common.raster.RasterBandAccessors;
import org.apache.sedona.common.raster.RasterBandEditors;
import org.apache.sedona.common.raster.RasterConstructors;
import org.apache.sedona.common.raster.RasterOutputs;
import org.geotools.coverage.grid.GridCoverage2D;
import org.planpulse.jobs.geometry.RasterGrid;

/** A tile of {@code silver.raster_tile} as it is stored; Sedona reads and writes the bytes. */
public final class GeoTiffTile {

  private static final double NO_DATA = -9999;
  private static final double MOST_DECIMALS = 1e6;

  private final GridCoverage2D coverage;

  private GeoTiffTile(GridCoverage2D coverage) {
    this.coverage = coverage;
  }

  public static GeoTiffTile of(byte[] geoTiff) throws IOException {
    return new GeoTiffTile(RasterConstructors.fromGeoTiff(geoTiff));
  }

  /** Where the tile's own cells lie. */
  public RasterGrid grid() {
    return new RasterGrid(
        RasterAccessors.getWidth(coverage),
        RasterAccessors.getHeight(coverage),
        RasterAccessors.getUpperLeftX(coverage),
        RasterAccessors.getUpperLeftY(coverage),
        RasterAccessors.getScaleX(coverage),
        -RasterAccessors.getScaleY(coverage));
  }

  /**
   * The first band, row by row from the north-west corner; NaN where there is no value. A
   * single-precision number counts as the shortest decimal it stands for: 0.2 is not above 0.2.
   */
  public double[] values() {
    double[] values = MapAlgebra.bandAsArray(coverage, 1);
    Double noData = RasterBandAccessors.getBandNoDataValue(coverage, 1);
    boolean single =
        coverage.getRenderedImage().getSampleModel().getDataType() == DataBuffer.TYPE_FLOAT;
    for (int i = 0; i < values.length; i++) {
      if (noData != null && (single ? values[i] == noData.floatValue() : values[i] == noData)) {
        values[i] = Double.NaN;
      } else if (single) {
        values[i] = decimal((float) values[i]);
      }
    }
    return values;
  }

  /** The number with the fewest decimals, up to six, that is this one in single precision. */
  static double decimal(float value) {
    for (double scale = 1; scale <= MOST_DECIMALS; scale *= 10) {
      double rounded = Math.rint(value * scale) / scale;
      if ((float) rounded == value) {
        return rounded;
      }
    }
    return value;
  }

  /**
   * A tile in the same place.
   *
   * @param values as of {@link #values}
   */
  public byte[] with(double[] values) {
    double[] filled =
        Arrays.stream(values).map(value -> Double.isNaN(value) ? NO_DATA : value).toArray();
    GridCoverage2D derived = RasterConstructors.makeNonEmptyRaster(coverage, "D", filled);
    return RasterOutputs.asGeoTiff(
        RasterBandEditors.setBandNoDataValue(derived, 1, NO_DATA), "Deflate", 0.9);
  }
}
