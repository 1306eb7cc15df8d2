package org.planpulse.jobs.statistics;

import java.util.OptionalDouble;

/**
 * How a value of one year stands to its target. Shares are fractions; what a rule does not know, or
 * what cannot be divided, is empty.
 *
 * @param margin room left as a share of the limit, negative when broken: floor, ceiling, cap
 * @param use of a ceiling: value over target; of a cap: growth since the base over the growth
 *     allowed
 * @param expected value on the straight way from base to target in this year: reach
 * @param progress part of the way from base to target that is done: reach
 * @param lag progress minus the part of the time that has passed: reach
 */
public record TargetProgress(
    State state,
    OptionalDouble margin,
    OptionalDouble use,
    OptionalDouble expected,
    OptionalDouble progress,
    OptionalDouble lag) {

  public enum State {
    MET,
    /** A limit is passed, or the year of a target has come without it. */
    BROKEN,
    /** To be reached later. */
    UNDER_WAY,
    /** For information, or the base it is measured from is not known. */
    NOT_JUDGED
  }

  private static final OptionalDouble NONE = OptionalDouble.empty();

  public static TargetProgress of(TargetTerms terms, int year, double value) {
    return switch (terms.rule()) {
      case FLOOR ->
          limit(value >= terms.lowest(), ratio(value - terms.target(), terms.target()), NONE);
      case CEILING ->
          limit(
              value <= terms.highest(),
              ratio(terms.target() - value, terms.target()),
              ratio(value, terms.target()));
      case CAP_RATIO -> cap(terms, value);
      case REACH_UP -> reach(terms, year, value, value >= terms.lowest());
      case REACH_DOWN -> reach(terms, year, value, value <= terms.highest());
      case INFO -> new TargetProgress(State.NOT_JUDGED, NONE, NONE, NONE, NONE, NONE);
    };
  }

  private static TargetProgress limit(boolean met, OptionalDouble margin, OptionalDouble use) {
    return new TargetProgress(met ? State.MET : State.BROKEN, margin, use, NONE, NONE, NONE);
  }

  private static TargetProgress cap(TargetTerms terms, double value) {
    double base = terms.base().orElse(0);
    if (!(base > 0)) {
      return new TargetProgress(State.NOT_JUDGED, NONE, NONE, NONE, NONE, NONE);
    }
    double limit = terms.target() * base;
    OptionalDouble use = limit > base ? ratio(value - base, limit - base) : NONE;
    return limit(value / base <= terms.highest(), ratio(limit - value, limit), use);
  }

  private static TargetProgress reach(TargetTerms terms, int year, double value, boolean met) {
    double elapsed = elapsed(terms, year);
    OptionalDouble expected = NONE;
    OptionalDouble progress = NONE;
    if (terms.base().isPresent()) {
      double base = terms.base().getAsDouble();
      expected = OptionalDouble.of(base + (terms.target() - base) * elapsed);
      progress = ratio(value - base, terms.target() - base);
    }
    OptionalDouble lag =
        progress.isPresent() ? OptionalDouble.of(progress.getAsDouble() - elapsed) : NONE;
    return new TargetProgress(
        reachState(terms, year, met, lag), NONE, NONE, expected, progress, lag);
  }

  private static State reachState(TargetTerms terms, int year, boolean met, OptionalDouble lag) {
    if (met) {
      return State.MET;
    }
    if (year >= terms.targetYear()) {
      return State.BROKEN;
    }
    return lag.isPresent() ? State.UNDER_WAY : State.NOT_JUDGED;
  }

  /** Part of the time from base to target year that has passed, 0 to 1. */
  private static double elapsed(TargetTerms terms, int year) {
    if (year >= terms.targetYear()) {
      return 1;
    }
    double span = terms.targetYear() - terms.baseYear();
    return Math.max(0, (year - terms.baseYear()) / span);
  }

  private static OptionalDouble ratio(double part, double whole) {
    return whole == 0 ? NONE : OptionalDouble.of(part / whole);
  }
}
