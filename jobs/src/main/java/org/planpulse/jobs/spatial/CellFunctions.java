package org.planpulse.jobs.spatial;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.conform.GeoTiffTile;
import org.planpulse.jobs.geometry.CellDistribution;
import org.planpulse.jobs.geometry.CellHistogram;
import org.planpulse.jobs.geometry.RasterGrid;
import org.planpulse.jobs.geometry.ZonalStatistic;
import org.planpulse.schemas.codelist.RasterLayer.Kind;
import scala.collection.Seq;

/** Spark SQL functions about tiles and the cells of a zone, {@link CellDistribution}s as bytes. */
final class CellFunctions {

  private static final StructType GRID =
      StructType.fromDDL(
          "columns INT, rows INT, west DOUBLE, north DOUBLE, width DOUBLE, height DOUBLE");

  private static final StructType STATISTIC =
      StructType.fromDDL(
          "mean DOUBLE, value_sum DOUBLE, min_value DOUBLE, max_value DOUBLE, std_dev DOUBLE,"
              + " quantiles MAP<STRING, DOUBLE>, covered_cells DOUBLE, total_cells DOUBLE");

  private static final StructType LINE =
      StructType.fromDDL(
          "entry STRING, class_value DOUBLE, above DOUBLE, up_to DOUBLE, share BIGINT,"
              + " area_m2 DECIMAL(20,2)");

  private CellFunctions() {}

  /**
   * Registers {@code pp_tile_grid(tile)}, where the cells of a GeoTIFF lie, a {@link #GRID}; the
   * aggregate {@code pp_all_cells(cells)}; {@code pp_cells_m2(cells)}, the area the raster covers;
   * {@code pp_cell_statistic(cells, kind, quantiles)}, a {@link #STATISTIC}; and {@code
   * pp_cell_histogram(cells, kind, bins)}, {@link #LINE}s whose areas sum to {@code pp_cells_m2}.
   */
  static void register(SparkSession spark) {
    spark.udf().register("pp_tile_grid", (UDF1<byte[], Row>) CellFunctions::grid, GRID);
    spark.udf().register("pp_all_cells", functions.udaf(new AllCells(), Encoders.BINARY()));
    spark
        .udf()
        .register(
            "pp_cells_m2",
            (UDF1<byte[], BigDecimal>)
                cells -> m2(CellDistribution.ofBytes(cells).totalHundredths()),
            DataTypes.createDecimalType(20, 2));
    spark
        .udf()
        .register(
            "pp_cell_statistic",
            (UDF3<byte[], String, Seq<String>, Row>)
                (cells, kind, quantiles) ->
                    statistic(CellDistribution.ofBytes(cells), Kind.valueOf(kind), list(quantiles)),
            STATISTIC);
    spark
        .udf()
        .register(
            "pp_cell_histogram",
            (UDF3<byte[], String, Seq<Double>, List<Row>>)
                (cells, kind, bins) ->
                    histogram(CellDistribution.ofBytes(cells), Kind.valueOf(kind), list(bins)),
            DataTypes.createArrayType(LINE));
  }

  private static Row grid(byte[] tile) throws IOException {
    RasterGrid grid = GeoTiffTile.of(tile).grid();
    return RowFactory.create(
        grid.columns(),
        grid.rows(),
        grid.west(),
        grid.north(),
        grid.cellWidth(),
        grid.cellHeight());
  }

  private static Row statistic(CellDistribution cells, Kind kind, List<String> quantiles) {
    if (cells.size() == 0 || kind == Kind.CLASS) {
      return statistic(cells, null, null, null, null, null, null);
    }
    ZonalStatistic statistic = new ZonalStatistic(cells);
    if (kind == Kind.DIRECTION) {
      return statistic(cells, statistic.meanDirection(), null, null, null, null, null);
    }
    Map<String, Double> byOrder = new LinkedHashMap<>();
    quantiles.forEach(order -> byOrder.put(order, statistic.quantile(new BigDecimal(order))));
    return statistic(
        cells,
        statistic.mean(),
        statistic.sum(),
        statistic.min(),
        statistic.max(),
        statistic.deviation(),
        byOrder);
  }

  private static Row statistic(CellDistribution cells, Object... values) {
    List<Object> row = new ArrayList<>(Arrays.asList(values));
    row.add(cells.coveredCells());
    row.add(cells.totalCells());
    return RowFactory.create(row.toArray());
  }

  private static List<Row> histogram(CellDistribution cells, Kind kind, List<Double> edges) {
    double[] bins = edges.stream().mapToDouble(Double::doubleValue).toArray();
    List<CellHistogram.Bin> lines =
        switch (kind) {
          case AMOUNT -> CellHistogram.ofBins(cells, bins);
          case CLASS -> CellHistogram.ofClasses(cells);
          case DIRECTION -> CellHistogram.ofDirections(cells, bins);
        };
    return lines.stream().map(line -> line(line, kind)).toList();
  }

  private static Row line(CellHistogram.Bin bin, Kind kind) {
    BigDecimal area = m2(bin.hundredths());
    if (!bin.hasValue()) {
      return RowFactory.create("no_data", null, null, null, bin.share(), area);
    }
    return kind == Kind.CLASS
        ? RowFactory.create("class", bin.upper(), null, null, bin.share(), area)
        : RowFactory.create("bin", null, bin.lower(), bin.upper(), bin.share(), area);
  }

  private static BigDecimal m2(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }

  private static <T> List<T> list(Seq<T> values) {
    List<T> list = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      list.add(values.apply(i));
    }
    return list;
  }

  /** Cells of all parts of a zone. */
  private static final class AllCells extends Aggregator<byte[], byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] zero() {
      return CellDistribution.EMPTY.toBytes();
    }

    @Override
    public byte[] reduce(byte[] sum, byte[] part) {
      return CellDistribution.ofBytes(sum).plus(CellDistribution.ofBytes(part)).toBytes();
    }

    @Override
    public byte[] merge(byte[] one, byte[] other) {
      return reduce(one, other);
    }

    @Override
    public byte[] finish(byte[] sum) {
      return sum;
    }

    @Override
    public Encoder<byte[]> bufferEncoder() {
      return Encoders.BINARY();
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
      return Encoders.BINARY();
    }
  }
}
