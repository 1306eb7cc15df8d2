package org.planpulse.jobs.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.planpulse.schemas.codelist.WarningRules;

/**
 * The light of a year with what it rests on. A light worsens at once, but gets better only when the
 * value is back by more than the margin of the rules: else one that swings about a threshold would
 * flicker.
 *
 * @param warning light and reason
 * @param ofValue light the value alone would get
 */
public record Verdict(TargetWarning warning, WarningLevel ofValue, Sensitivity sensitivity) {

  /**
   * @param slopePerYear trend of the value; empty if there are too few years to tell
   * @param before light of the last year judged; empty for the first
   */
  public static Verdict of(
      TargetTerms terms,
      int year,
      double value,
      OptionalDouble slopePerYear,
      Optional<WarningLevel> before,
      WarningRules rules) {
    Judge judge = new Judge(terms, year, slopePerYear, before, rules);
    TargetWarning alone = judge.alone(value);
    Optional<Threshold> threshold = terms.threshold();
    if (alone.level() == WarningLevel.INFO || threshold.isEmpty()) {
      return new Verdict(alone, alone.level(), Sensitivity.NONE);
    }
    double reach = 2 * (Math.abs(value) + Math.abs(threshold.get().value()) + terms.span());
    return new Verdict(
        judge.held(value, threshold.get()),
        alone.level(),
        Sensitivity.of(
            value, other -> judge.held(other, threshold.get()).level(), threshold.get(), reach));
  }

  /** A value whose target has no number yet. */
  public static Verdict awaited(double value) {
    return new Verdict(TargetWarning.awaited(value), WarningLevel.INFO, Sensitivity.NONE);
  }

  /** All that decides on a light but the value. */
  private record Judge(
      TargetTerms terms,
      int year,
      OptionalDouble slope,
      Optional<WarningLevel> before,
      WarningRules rules) {

    TargetWarning alone(double value) {
      return TargetWarning.judge(terms, year, value, slope, rules);
    }

    TargetWarning held(double value, Threshold threshold) {
      TargetWarning now = alone(value);
      if (before.filter(last -> last.isWorseThan(now.level())).isEmpty()) {
        return now;
      }
      double margin = rules.hold().getOrDefault(terms.rule(), 0.0) * terms.span();
      WarningLevel worse = alone(threshold.worse(value, margin)).level();
      WarningLevel kept = worse.isWorseThan(before.get()) ? before.get() : worse;
      return kept.isWorseThan(now.level()) ? now.held(kept, before.get()) : now;
    }
  }
}
