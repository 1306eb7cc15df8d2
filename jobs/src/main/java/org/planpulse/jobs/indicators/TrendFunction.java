package org.planpulse.jobs.indicators;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.statistics.Breach;
import org.planpulse.jobs.statistics.CompoundGrowth;
import org.planpulse.jobs.statistics.DataFault;
import org.planpulse.jobs.statistics.MannKendall;
import org.planpulse.jobs.statistics.Pettitt;
import org.planpulse.jobs.statistics.Projection;
import org.planpulse.jobs.statistics.TheilSen;
import org.planpulse.jobs.statistics.TheilSen.Interval;
import org.planpulse.jobs.statistics.Threshold;
import org.planpulse.jobs.statistics.YearSeries;
import org.planpulse.schemas.codelist.WarningRules;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code pp_trend(points, indices, target_year, goal)}: trend of a yearly series, its projection,
 * and how it stands to a target. {@code points} is an array of {@code (year, value)}; {@code
 * indices} is one of growth at constant prices (previous year = 100) or null; {@code goal} is
 * {@code (threshold, at_least, is_limit)} or null.
 */
final class TrendFunction implements UDF4<Seq<Row>, Seq<Row>, Integer, Row, Row> {

  static final StructType SCHEMA =
      StructType.fromDDL(
          "slope_per_year DOUBLE, slope_low DOUBLE, slope_high DOUBLE, mk_p DOUBLE,"
              + " change_year INT, change_p DOUBLE, growth_per_year DOUBLE,"
              + " real_growth_per_year DOUBLE, projected_year INT, projected_value DOUBLE,"
              + " projected_low DOUBLE, projected_high DOUBLE, probability_met DOUBLE,"
              + " breach_year INT, breach_earliest INT, breach_latest INT, fault STRING,"
              + " reason STRING");

  private static final double INTERVAL = 0.9;
  private static final long serialVersionUID = 1L;

  private final WarningRules.Faults faults;

  private TrendFunction(WarningRules.Faults faults) {
    this.faults = faults;
  }

  static void register(SparkSession spark, WarningRules.Faults faults) {
    spark.udf().register("pp_trend", new TrendFunction(faults), SCHEMA);
  }

  @Override
  public Row call(Seq<Row> points, Seq<Row> indices, Integer targetYear, Row goal) {
    YearSeries series = series(points);
    Optional<TheilSen> line = TheilSen.of(series);
    Optional<Interval> slope = line.flatMap(TheilSen::confidence);
    Optional<Pettitt> change = Pettitt.of(series);
    Optional<Projection> projection = Projection.of(series, targetYear);
    Optional<Interval> projected = projection.map(ahead -> ahead.interval(INTERVAL));
    Optional<Threshold> threshold =
        Optional.ofNullable(goal).map(g -> new Threshold(g.getDouble(0), g.getBoolean(1)));
    Optional<Breach> breach =
        threshold
            .filter(limit -> goal.getBoolean(2))
            .map(limit -> Breach.of(series, limit, targetYear));
    return RowFactory.create(
        line.map(TheilSen::slope).orElse(null),
        slope.map(Interval::low).orElse(null),
        slope.map(Interval::high).orElse(null),
        MannKendall.of(series).map(MannKendall::p).orElse(null),
        change.map(Pettitt::year).orElse(null),
        change.map(Pettitt::p).orElse(null),
        orNull(CompoundGrowth.ofValues(series)),
        indices == null ? null : orNull(realGrowth(series, series(indices))),
        projection.map(Projection::year).orElse(null),
        projection.map(Projection::value).orElse(null),
        projected.map(Interval::low).orElse(null),
        projected.map(Interval::high).orElse(null),
        threshold.flatMap(met -> projection.map(p -> p.probabilityMet(met))).orElse(null),
        breach.flatMap(Breach::expected).orElse(null),
        breach.flatMap(Breach::earliest).orElse(null),
        breach.flatMap(Breach::latest).orElse(null),
        DataFault.ofLast(series, faults).map(DataFault::code).orElse(null),
        reason(line, slope));
  }

  /** Why there is no trend, or none with an interval; null when nothing is wanting. */
  private static String reason(Optional<TheilSen> line, Optional<Interval> slope) {
    if (line.isEmpty()) {
      return "too_few_points";
    }
    return slope.isEmpty() ? "too_few_for_interval" : null;
  }

  /** Over the years of the series. */
  private static OptionalDouble realGrowth(YearSeries series, YearSeries indices) {
    List<YearSeries.Point> points = series.points();
    return CompoundGrowth.ofIndices(
        indices, points.get(0).year(), points.get(points.size() - 1).year());
  }

  private static Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static YearSeries series(Seq<Row> points) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    CollectionConverters.asJava(points)
        .forEach(point -> values.put(point.getInt(0), point.getDouble(1)));
    return YearSeries.of(values);
  }
}
