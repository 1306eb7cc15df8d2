package org.planpulse.jobs.statistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.planpulse.jobs.statistics.TargetProgress.State;
import org.planpulse.schemas.codelist.WarningRules;
import org.planpulse.schemas.plan.Plan.Rule;

/**
 * The light of a target in one year, and what it rests on.
 *
 * @param parameters what a sentence about the reason needs, by name: {@code value}, {@code target},
 *     and as far as known {@code base}, {@code margin}, {@code use}, {@code expected}, {@code
 *     progress}, {@code lag}, {@code slope}, {@code breach_year}
 */
public record TargetWarning(
    WarningLevel level, Reason reason, SortedMap<String, Double> parameters) {

  public enum Reason {
    /** The target is met. */
    MET,
    /** To be reached later, and not far behind. */
    ON_COURSE,
    /** To be reached later, and behind the straight way. */
    BEHIND,
    /** Due later and met at the start, but not any more. */
    LOST,
    /** The limit holds, but most of the room is used. */
    NEARLY_USED,
    /** The floor holds, but its trend breaks it soon. */
    FALLING,
    /** A limit is passed. */
    BROKEN,
    /** The target's year has come without it. */
    MISSED,
    /** The value would have a better light, but not by the margin of the rules: last year's. */
    HELD,
    /** Likewise, and the light is better than last year's, but not as good as the value's. */
    EASED,
    /** For information only. */
    INFORMATION,
    /** The base that the rule measures from is not known. */
    NO_BASE,
    /** Not met, but only since the base year the target is to be kept. */
    BEFORE_BASE,
    /** The number of the target has not been issued. */
    AWAITED
  }

  /** Thresholds are decimal fractions; results of binary arithmetic may miss them by so much. */
  private static final double ROUNDING = 1e-9;

  private static final List<WarningLevel> FROM_WORST =
      List.of(WarningLevel.RED, WarningLevel.ORANGE, WarningLevel.YELLOW, WarningLevel.BLUE);

  public TargetWarning {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * @param slopePerYear trend of the value; empty if there are too few years to tell
   */
  public static TargetWarning judge(
      TargetTerms terms, int year, double value, OptionalDouble slopePerYear, WarningRules rules) {
    TargetProgress progress = TargetProgress.of(terms, year, value);
    SortedMap<String, Double> parameters = parameters(terms, value, progress);
    TargetWarning warning =
        switch (progress.state()) {
          case NOT_JUDGED -> new TargetWarning(WarningLevel.INFO, unjudged(terms), parameters);
          case BROKEN ->
              new TargetWarning(
                  WarningLevel.RED, terms.isLimit() ? Reason.BROKEN : Reason.MISSED, parameters);
          case UNDER_WAY -> underWay(progress, rules, parameters);
          case LOST -> lost(progress, rules, parameters);
          case MET -> met(progress, rules, parameters);
        };
    return yearsToBreach(terms, progress, value, slopePerYear, rules)
        .mapToObj(years -> warning.raised(year + years, slopePerYear.getAsDouble()))
        .findFirst()
        .orElse(warning);
  }

  /** A value whose target has no number yet. */
  public static TargetWarning awaited(double value) {
    return new TargetWarning(
        WarningLevel.INFO, Reason.AWAITED, new TreeMap<>(Map.of("value", value)));
  }

  /** This judgement with a worse light, up to last year's. */
  TargetWarning held(WarningLevel kept, WarningLevel before) {
    return new TargetWarning(kept, kept == before ? Reason.HELD : Reason.EASED, parameters);
  }

  private static Reason unjudged(TargetTerms terms) {
    if (terms.rule() == Rule.INFO) {
      return Reason.INFORMATION;
    }
    return terms.isToBeKept() ? Reason.BEFORE_BASE : Reason.NO_BASE;
  }

  private static TargetWarning underWay(
      TargetProgress progress, WarningRules rules, SortedMap<String, Double> parameters) {
    WarningLevel level = behind(progress.lag().orElseThrow(), rules);
    Reason reason = level == WarningLevel.GREEN ? Reason.ON_COURSE : Reason.BEHIND;
    return new TargetWarning(level, reason, parameters);
  }

  /** What was met is judged as far as it is lost: at least blue; a target of zero wholly. */
  private static TargetWarning lost(
      TargetProgress progress, WarningRules rules, SortedMap<String, Double> parameters) {
    WarningLevel level = behind(progress.lag().orElse(-1), rules);
    return new TargetWarning(
        level == WarningLevel.GREEN ? WarningLevel.BLUE : level, Reason.LOST, parameters);
  }

  private static WarningLevel behind(double lag, WarningRules rules) {
    return worst(rules.lag(), threshold -> lag < threshold - ROUNDING);
  }

  private static TargetWarning met(
      TargetProgress progress, WarningRules rules, SortedMap<String, Double> parameters) {
    WarningLevel level =
        progress.use().isEmpty()
            ? WarningLevel.GREEN
            : worst(rules.use(), threshold -> progress.use().getAsDouble() >= threshold - ROUNDING);
    Reason reason = level == WarningLevel.GREEN ? Reason.MET : Reason.NEARLY_USED;
    return new TargetWarning(level, reason, parameters);
  }

  /** The worst level whose threshold is passed; green if none. */
  private static WarningLevel worst(Map<String, Double> thresholds, DoublePredicate passed) {
    return FROM_WORST.stream()
        .filter(level -> thresholds.containsKey(level.code()))
        .filter(level -> passed.test(thresholds.get(level.code())))
        .findFirst()
        .orElse(WarningLevel.GREEN);
  }

  /**
   * Years until a binding floor breaks if its trend goes on; none if not within the rules' years.
   */
  private static IntStream yearsToBreach(
      TargetTerms terms,
      TargetProgress progress,
      double value,
      OptionalDouble slope,
      WarningRules rules) {
    boolean watched =
        terms.rule() == Rule.FLOOR && terms.binding() && progress.state() == State.MET;
    if (!watched || slope.isEmpty() || slope.getAsDouble() >= 0) {
      return IntStream.empty();
    }
    Threshold floor = terms.threshold().orElseThrow();
    return IntStream.rangeClosed(1, rules.breachWithinYears())
        .filter(years -> !floor.metBy(value + slope.getAsDouble() * years));
  }

  private TargetWarning raised(int breachYear, double slope) {
    SortedMap<String, Double> more = new TreeMap<>(parameters);
    more.put("slope", slope);
    more.put("breach_year", (double) breachYear);
    return new TargetWarning(level.raised(), Reason.FALLING, more);
  }

  private static SortedMap<String, Double> parameters(
      TargetTerms terms, double value, TargetProgress progress) {
    SortedMap<String, Double> parameters = new TreeMap<>();
    parameters.put("value", value);
    parameters.put("target", terms.target());
    terms.base().ifPresent(base -> parameters.put("base", base));
    progress.margin().ifPresent(margin -> parameters.put("margin", margin));
    progress.use().ifPresent(use -> parameters.put("use", use));
    progress.expected().ifPresent(expected -> parameters.put("expected", expected));
    progress.progress().ifPresent(done -> parameters.put("progress", done));
    progress.lag().ifPresent(lag -> parameters.put("lag", lag));
    return parameters;
  }
}
