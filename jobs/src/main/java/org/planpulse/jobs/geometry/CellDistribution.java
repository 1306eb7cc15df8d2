package org.planpulse.jobs.geometry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * How the values of a raster are distributed over a zone: each value that occurs, with the cells
 * and the area that hold it, every cell weighing the exact share of it that the zone covers.
 *
 * <p>Shares and areas are whole numbers, and statistics go through the values in rising order. So
 * they are the same to the last digit however the raster is cut into tiles and in whatever order
 * tiles come.
 *
 * <p>Memory: 24 bytes for each value that occurs. Codes, slopes and heights in decimetres have some
 * thousand of them, however many cells; unrounded floating-point values at worst one a cell.
 */
public final class CellDistribution {

  public static final CellDistribution EMPTY =
      new CellDistribution(new double[0], new long[0], new long[0], 0, 0);

  /**
   * Areas are summed in 10 mm², so that a cell's rounding is far below the 0.01 m² of the tables
   * and a sum holds ten times China.
   */
  private static final double AREA_UNITS = 1e5;

  private static final double CELL_UNITS = CellFractions.WHOLE;

  private final double[] values;
  private final long[] shares;
  private final long[] areas;
  private final long emptyShare;
  private final long emptyArea;

  private CellDistribution(
      double[] values, long[] shares, long[] areas, long emptyShare, long emptyArea) {
    this.values = values;
    this.shares = shares;
    this.areas = areas;
    this.emptyShare = emptyShare;
    this.emptyArea = emptyArea;
  }

  /**
   * @param zone Polygon or MultiPolygon in the raster's reference system
   * @param areas of the tile's cells
   */
  public static CellDistribution of(Geometry zone, RasterTile tile, CellAreas areas) {
    Map<Double, long[]> byValue = new HashMap<>();
    CellFractions.of(zone, tile.grid(), tile.window())
        .forEach(
            (column, row, share) -> {
              double area = areas.squareMetres(column, row) * AREA_UNITS;
              // The sum turns -0.0 into 0.0.
              long[] sums =
                  byValue.computeIfAbsent(tile.at(column, row) + 0.0, value -> new long[2]);
              sums[0] += share;
              sums[1] += Math.round(share / CELL_UNITS * area);
            });
    long[] empty = byValue.remove(Double.NaN);
    double[] values = byValue.keySet().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new CellDistribution(
        values,
        Arrays.stream(values).mapToLong(value -> byValue.get(value)[0]).toArray(),
        Arrays.stream(values).mapToLong(value -> byValue.get(value)[1]).toArray(),
        empty == null ? 0 : empty[0],
        empty == null ? 0 : empty[1]);
  }

  /** The distribution over two parts of a zone. */
  public CellDistribution plus(CellDistribution other) {
    int most = values.length + other.values.length;
    double[] merged = new double[most];
    long[] mergedShares = new long[most];
    long[] mergedAreas = new long[most];
    int n = 0;
    for (int i = 0, j = 0; i < values.length || j < other.values.length; n++) {
      boolean here = j == other.values.length || i < values.length && values[i] <= other.values[j];
      boolean there = i == values.length || j < other.values.length && other.values[j] <= values[i];
      merged[n] = here ? values[i] : other.values[j];
      if (here) {
        mergedShares[n] += shares[i];
        mergedAreas[n] += areas[i++];
      }
      if (there) {
        mergedShares[n] = Math.addExact(mergedShares[n], other.shares[j]);
        mergedAreas[n] = Math.addExact(mergedAreas[n], other.areas[j++]);
      }
    }
    return new CellDistribution(
        Arrays.copyOf(merged, n),
        Arrays.copyOf(mergedShares, n),
        Arrays.copyOf(mergedAreas, n),
        Math.addExact(emptyShare, other.emptyShare),
        Math.addExact(emptyArea, other.emptyArea));
  }

  /** Different values. */
  public int size() {
    return values.length;
  }

  /** The i-th value in rising order. */
  public double value(int i) {
    return values[i];
  }

  /** Cells that hold the i-th value, in {@code 1 / }{@link CellFractions#WHOLE}. */
  public long share(int i) {
    return shares[i];
  }

  /** Cells that hold the i-th value, as a sum of shares. */
  public double cells(int i) {
    return shares[i] / CELL_UNITS;
  }

  /** Area that holds the i-th value. */
  public double squareMetres(int i) {
    return areas[i] / AREA_UNITS;
  }

  /** Cells without a value, in {@code 1 / }{@link CellFractions#WHOLE}. */
  public long emptyShare() {
    return emptyShare;
  }

  /** Cells with a value, in {@code 1 / }{@link CellFractions#WHOLE}. */
  public long coveredShare() {
    return Arrays.stream(shares).reduce(0, Math::addExact);
  }

  /** Cells with a value, as a sum of shares. */
  public double coveredCells() {
    return coveredShare() / CELL_UNITS;
  }

  /** Cells of the raster inside the zone, as a sum of shares. */
  public double totalCells() {
    return Math.addExact(coveredShare(), emptyShare) / CELL_UNITS;
  }

  /** Area of the cells without a value. */
  public double emptySquareMetres() {
    return emptyArea / AREA_UNITS;
  }

  /** Area of the zone that the raster covers, by its cells, in 0.01 m². */
  public long totalHundredths() {
    long total = Math.addExact(Arrays.stream(areas).reduce(0, Math::addExact), emptyArea);
    return Math.round(total / (AREA_UNITS / 100));
  }

  /** For {@link #ofBytes}. */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (2 + 3 * values.length));
    bytes.putLong(emptyShare).putLong(emptyArea);
    for (int i = 0; i < values.length; i++) {
      bytes.putDouble(values[i]).putLong(shares[i]).putLong(areas[i]);
    }
    return bytes.array();
  }

  public static CellDistribution ofBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int size = bytes.length / Long.BYTES / 3;
    double[] values = new double[size];
    long[] shares = new long[size];
    long[] areas = new long[size];
    long emptyShare = buffer.getLong();
    long emptyArea = buffer.getLong();
    for (int i = 0; i < size; i++) {
      values[i] = buffer.getDouble();
      shares[i] = buffer.getLong();
      areas[i] = buffer.getLong();
    }
    return new CellDistribution(values, shares, areas, emptyShare, emptyArea);
  }
}
