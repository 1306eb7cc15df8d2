package org.planpulse.jobs.indicators;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.statistics.MannKendall;
import org.planpulse.jobs.statistics.Projection;
import org.planpulse.jobs.statistics.TheilSen;
import org.planpulse.jobs.statistics.TheilSen.Interval;
import org.planpulse.jobs.statistics.YearSeries;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code pp_trend(points, target_year, target, at_least)}: trend of a yearly series and its
 * projection. {@code points} is an array of {@code (year, value)}; {@code target} may be null.
 */
final class TrendFunction implements UDF4<Seq<Row>, Integer, Double, Boolean, Row> {

  static final StructType SCHEMA =
      new StructType()
          .add("slope_per_year", DataTypes.DoubleType)
          .add("slope_low", DataTypes.DoubleType)
          .add("slope_high", DataTypes.DoubleType)
          .add("mk_p", DataTypes.DoubleType)
          .add("projected_year", DataTypes.IntegerType)
          .add("projected_value", DataTypes.DoubleType)
          .add("probability_met", DataTypes.DoubleType);

  static void register(SparkSession spark) {
    spark.udf().register("pp_trend", new TrendFunction(), SCHEMA);
  }

  @Override
  public Row call(Seq<Row> points, Integer targetYear, Double target, Boolean atLeast) {
    YearSeries series = series(CollectionConverters.asJava(points));
    Optional<TheilSen> line = TheilSen.of(series);
    Optional<Interval> interval = line.flatMap(TheilSen::confidence);
    Optional<Projection> projection = Projection.of(series, targetYear);
    return RowFactory.create(
        line.map(TheilSen::slope).orElse(null),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        MannKendall.of(series).map(MannKendall::p).orElse(null),
        projection.isPresent() ? targetYear : null,
        projection.map(Projection::value).orElse(null),
        target == null
            ? null
            : projection
                .map(p -> atLeast ? p.probabilityAtLeast(target) : p.probabilityAtMost(target))
                .orElse(null));
  }

  private static YearSeries series(List<Row> points) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    points.forEach(point -> values.put(point.getInt(0), point.getDouble(1)));
    return YearSeries.of(values);
  }
}
