package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planpulse.jobs.statistics.TargetTerms;
import org.planpulse.jobs.statistics.TargetWarning;
import org.planpulse.jobs.statistics.TheilSen;
import org.planpulse.jobs.statistics.YearSeries;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;
import org.planpulse.schemas.plan.Plan.Rule;

/** Judges the city's yearly values of an indicator against the plan's target. */
final class TargetJudge {

  private final Schemas schemas;
  private final Plan plan;

  TargetJudge(Schemas schemas, Plan plan) {
    this.schemas = schemas;
    this.plan = plan;
  }

  /**
   * @param values by year, in the indicator's unit
   * @return one judgement a year; none where the target has no number yet
   */
  List<Judgement> judge(
      Indicator indicator, Plan.Target target, SortedMap<Integer, Double> values) {
    if (plan.valueOf(target).isEmpty()) {
      return List.of();
    }
    TargetTerms terms = terms(indicator, target, values);
    List<Judgement> judgements = new ArrayList<>();
    for (Map.Entry<Integer, Double> value : values.entrySet()) {
      int first = schemas.breaks().comparableFrom(indicator, value.getKey());
      OptionalDouble slope = slope(values.subMap(first, value.getKey() + 1));
      TargetWarning warning =
          TargetWarning.judge(
              terms, value.getKey(), value.getValue(), slope, schemas.warningRules());
      judgements.add(
          new Judgement(
              indicator, target, value.getKey(), value.getValue(), terms.target(), warning));
    }
    return judgements;
  }

  /** The target in the indicator's unit; the base of a ratio is one. */
  private TargetTerms terms(
      Indicator indicator, Plan.Target target, SortedMap<Integer, Double> values) {
    Unit from = schemas.units().get(target.unit());
    Unit to = schemas.units().get(indicator.unit());
    Double base = target.rule() == Rule.CAP_RATIO ? Double.valueOf(1) : values.get(plan.baseYear());
    return new TargetTerms(
        target.rule(),
        to.fromSi(from.toSi(plan.valueOf(target).orElseThrow())),
        to.fromSi(from.toSi(target.precision())),
        base == null ? OptionalDouble.empty() : OptionalDouble.of(base),
        plan.baseYear(),
        target.year(),
        target.binding());
  }

  /** Trend as it could be known in a year: over the comparable values up to it. */
  private static OptionalDouble slope(SortedMap<Integer, Double> values) {
    return TheilSen.of(YearSeries.of(new TreeMap<>(values)))
        .map(line -> OptionalDouble.of(line.slope()))
        .orElse(OptionalDouble.empty());
  }

  /**
   * @param targetValue in the indicator's unit
   */
  record Judgement(
      Indicator indicator,
      Plan.Target target,
      int year,
      double value,
      double targetValue,
      TargetWarning warning) {}
}
