package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.statistics.CarryingGrade;
import org.planpulse.jobs.statistics.CarryingGrade.Depletion;
import org.planpulse.jobs.statistics.CarryingGrade.State;
import org.planpulse.jobs.statistics.TheilSen;
import org.planpulse.jobs.statistics.WarningLevel;
import org.planpulse.jobs.statistics.YearSeries;
import org.planpulse.schemas.codelist.CarryingRules;
import org.planpulse.schemas.codelist.CarryingRules.Better;
import org.planpulse.schemas.indicator.Indicator;

/** Rows of {@code gold.carrying_capacity}: the city's grade in each year of its values. */
final class CarryingTable {

  static final String NAME = "gold.carrying_capacity";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "region_code STRING, year INT, level STRING, state STRING, depletion STRING,"
              + " overloaded STRING, critical STRING, missing STRING, worse STRING,"
              + " better STRING");

  private final RunContext run;
  private final CarryingRules rules;
  private final Map<String, SortedMap<Integer, Double>> series = new TreeMap<>();

  /**
   * @param values at least {@code indicator_code, region_code, year, value}
   */
  CarryingTable(RunContext run, Dataset<Row> values) {
    this.run = run;
    this.rules = run.schemas().warningRules().carryingCapacity();
    Object[] codes =
        Stream.concat(
                rules.factors().stream().map(CarryingRules.Factor::indicator),
                rules.trends().stream().map(CarryingRules.Trend::indicator))
            .toArray();
    values
        .where("value IS NOT NULL AND region_code = '%s'".formatted(run.plan().city().code()))
        .where(values.col("indicator_code").isin(codes))
        .select("indicator_code", "year", "value")
        .collectAsList()
        .forEach(
            row ->
                series
                    .computeIfAbsent(row.getString(0), code -> new TreeMap<>())
                    .put(row.getInt(1), row.getDouble(2)));
  }

  void write() {
    SortedSet<Integer> years = new TreeSet<>();
    rules.factors().forEach(factor -> years.addAll(of(factor.indicator()).keySet()));
    List<Row> rows = new ArrayList<>();
    Optional<Depletion> type = Optional.empty();
    for (int year : years) {
      List<String> worse = trends(year, -1);
      List<String> better = trends(year, 1);
      type = CarryingGrade.depletion(worse.size(), better.size(), rules.trends().size(), type);
      rows.add(row(year, worse, better, type));
    }
    run.warehouse().replace(NAME, run.warehouse().spark().createDataFrame(rows, SCHEMA));
  }

  private Row row(int year, List<String> worse, List<String> better, Optional<Depletion> type) {
    Map<State, List<String>> byState = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (CarryingRules.Factor factor : rules.factors()) {
      state(factor, year)
          .ifPresentOrElse(
              state ->
                  byState.computeIfAbsent(state, s -> new ArrayList<>()).add(factor.indicator()),
              () -> missing.add(factor.indicator()));
    }
    Optional<CarryingGrade> grade =
        CarryingGrade.of(
            byState.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(factor -> entry.getKey()))
                .toList(),
            missing.size(),
            rules.overloading(),
            type);
    return RowFactory.create(
        run.plan().city().code(),
        year,
        grade.map(CarryingGrade::level).orElse(WarningLevel.INFO).code(),
        grade.map(g -> g.state().code()).orElse(null),
        type.map(Depletion::code).orElse(null),
        String.join(",", byState.getOrDefault(State.OVERLOADED, List.of())),
        String.join(",", byState.getOrDefault(State.CRITICAL, List.of())),
        String.join(",", missing),
        String.join(",", worse),
        String.join(",", better));
  }

  private Optional<State> state(CarryingRules.Factor factor, int year) {
    return Optional.ofNullable(of(factor.indicator()).get(year))
        .flatMap(
            value ->
                limit(factor, year)
                    .map(limit -> State.of(value, limit.load(), limit.most(), factor.critical())));
  }

  /**
   * @param most load that still keeps it: a target is met within its precision
   */
  private record Limit(double load, double most) {}

  private Optional<Limit> limit(CarryingRules.Factor factor, int year) {
    if (factor.limits() != null) {
      return factor.limitOf(year).map(limit -> new Limit(limit, limit));
    }
    Indicator indicator = indicator(factor.indicator());
    TargetJudge judge = new TargetJudge(run.schemas(), run.plan());
    return run.plan()
        .targetOf(indicator.code())
        .flatMap(target -> judge.terms(indicator, target, new TreeMap<>()))
        .flatMap(terms -> terms.threshold().map(most -> new Limit(terms.target(), most.value())));
  }

  private Indicator indicator(String code) {
    return run.schemas().indicators().stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** Indicators whose trend up to a year has a direction: better 1, worse -1. */
  private List<String> trends(int year, int direction) {
    return rules.trends().stream()
        .filter(trend -> direction(trend, year) == direction)
        .map(CarryingRules.Trend::indicator)
        .toList();
  }

  /** Over the years that may be compared with the one graded. */
  private int direction(CarryingRules.Trend trend, int year) {
    int comparable = run.schemas().breaks().comparableFrom(indicator(trend.indicator()), year);
    int first = Math.max(year - trend.years() + 1, comparable);
    SortedMap<Integer, Double> last = of(trend.indicator()).subMap(first, year + 1);
    double slope = TheilSen.of(YearSeries.of(last)).map(TheilSen::slope).orElse(0.0);
    return (int) Math.signum(trend.better() == Better.RISING ? slope : -slope);
  }

  private SortedMap<Integer, Double> of(String indicator) {
    return series.getOrDefault(indicator, new TreeMap<>());
  }
}
