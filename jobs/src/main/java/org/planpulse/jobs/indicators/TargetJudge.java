package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planpulse.jobs.statistics.DataFault;
import org.planpulse.jobs.statistics.TargetTerms;
import org.planpulse.jobs.statistics.TargetWarning;
import org.planpulse.jobs.statistics.TheilSen;
import org.planpulse.jobs.statistics.Verdict;
import org.planpulse.jobs.statistics.WarningLevel;
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
   * @return one judgement a year; a target that has no number yet gives no light
   */
  List<Judgement> judge(
      Indicator indicator, Plan.Target target, SortedMap<Integer, Double> values) {
    Optional<TargetTerms> terms = terms(indicator, target, values);
    List<Judgement> judgements = new ArrayList<>();
    Optional<WarningLevel> before = Optional.empty();
    for (Map.Entry<Integer, Double> entry : values.entrySet()) {
      int year = entry.getKey();
      double value = entry.getValue();
      int first = schemas.breaks().comparableFrom(indicator, year);
      YearSeries known = YearSeries.of(new TreeMap<>(values.subMap(first, year + 1)));
      Verdict verdict = verdict(terms, year, value, known, before);
      before = Optional.of(verdict.warning().level()).filter(level -> level != WarningLevel.INFO);
      judgements.add(
          new Judgement(
              indicator,
              target,
              year,
              value,
              terms.map(TargetTerms::target).orElse(null),
              verdict,
              DataFault.ofLast(known, schemas.warningRules().faults())));
    }
    return judgements;
  }

  /** Judged by the trend as it could be known in the year: over the values up to it. */
  private Verdict verdict(
      Optional<TargetTerms> terms,
      int year,
      double value,
      YearSeries known,
      Optional<WarningLevel> before) {
    if (terms.isEmpty()) {
      return Verdict.awaited(value);
    }
    OptionalDouble slope =
        TheilSen.of(known)
            .map(line -> OptionalDouble.of(line.slope()))
            .orElse(OptionalDouble.empty());
    return Verdict.of(terms.get(), year, value, slope, before, schemas.warningRules());
  }

  /**
   * The target in the indicator's unit; the base of a ratio is one. Empty for a target that has no
   * number yet.
   */
  Optional<TargetTerms> terms(
      Indicator indicator, Plan.Target target, SortedMap<Integer, Double> values) {
    Unit from = schemas.units().get(target.unit());
    Unit to = schemas.units().get(indicator.unit());
    Double base = target.rule() == Rule.CAP_RATIO ? Double.valueOf(1) : values.get(plan.baseYear());
    SortedMap<Integer, Double> milestones = new TreeMap<>();
    target.milestones().forEach((year, value) -> milestones.put(year, to.fromSi(from.toSi(value))));
    return plan.valueOf(target)
        .map(
            value ->
                new TargetTerms(
                    target.rule(),
                    to.fromSi(from.toSi(value)),
                    to.fromSi(from.toSi(target.precision())),
                    base == null ? OptionalDouble.empty() : OptionalDouble.of(base),
                    plan.baseYear(),
                    target.year(),
                    target.binding(),
                    milestones));
  }

  /**
   * @param value in the indicator's unit
   * @param targetValue in the indicator's unit; null when it has not been issued
   * @param fault what the value looks like beside the earlier ones
   */
  record Judgement(
      Indicator indicator,
      Plan.Target target,
      int year,
      double value,
      Double targetValue,
      Verdict verdict,
      Optional<DataFault> fault) {

    TargetWarning warning() {
      return verdict.warning();
    }

    boolean isWarning() {
      return warning().level() != WarningLevel.GREEN && warning().level() != WarningLevel.INFO;
    }
  }
}
