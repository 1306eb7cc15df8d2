package org.planpulse.jobs.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.planpulse.schemas.plan.Plan.Rule;

/**
 * How a value of one year stands to its target. Shares are fractions; what a rule does not know, or
 * what cannot be divided, is empty.
 *
 * @param margin room left as a share of the limit, negative when broken: floor, ceiling, cap
 * @param use of a ceiling: value over target; of a cap: growth since the base over the growth
 *     allowed
 * @param expected value due in this year on the way from base through milestones to target: reach
 * @param progress part of the way from base to target that is done: reach
 * @param lag value minus the one expected, as a part of the whole way, negative when behind: reach.
 *     Where the target is met at the start, it is expected in every year, and the lag is a part of
 *     it
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
    /** Met at the start, due later, and not met now. */
    LOST,
    /**
     * For information, or the base it is measured from is not known, or not met before the base
     * year since which it is to be kept.
     */
    NOT_JUDGED
  }

  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final TargetProgress UNKNOWN =
      new TargetProgress(State.NOT_JUDGED, NONE, NONE, NONE, NONE, NONE);

  public static TargetProgress of(TargetTerms terms, int year, double value) {
    Optional<Threshold> threshold = terms.threshold();
    if (threshold.isEmpty()) {
      return UNKNOWN;
    }
    boolean met = threshold.get().metBy(value);
    double target = terms.target();
    return switch (terms.rule()) {
      case FLOOR -> limit(met, ratio(value - target, target), NONE);
      case CEILING -> limit(met, ratio(target - value, target), ratio(value, target));
      case CAP_RATIO -> cap(terms, value, met);
      case REACH_UP, REACH_DOWN ->
          terms.isToBeKept() ? kept(terms, year, value, met) : reach(terms, year, value, met);
      case INFO -> UNKNOWN;
    };
  }

  private static TargetProgress limit(boolean met, OptionalDouble margin, OptionalDouble use) {
    return new TargetProgress(met ? State.MET : State.BROKEN, margin, use, NONE, NONE, NONE);
  }

  private static TargetProgress cap(TargetTerms terms, double value, boolean met) {
    double base = terms.base().orElseThrow();
    double limit = terms.target() * base;
    OptionalDouble use = limit > base ? ratio(value - base, limit - base) : NONE;
    return limit(met, ratio(limit - value, limit), use);
  }

  private static TargetProgress kept(TargetTerms terms, int year, double value, boolean met) {
    if (!met && year < terms.baseYear()) {
      return UNKNOWN;
    }
    double room = terms.rule() == Rule.REACH_UP ? value - terms.target() : terms.target() - value;
    OptionalDouble lag = ratio(room, Math.abs(terms.target()));
    State lost = year >= terms.targetYear() ? State.BROKEN : State.LOST;
    return new TargetProgress(
        met ? State.MET : lost, NONE, NONE, OptionalDouble.of(terms.target()), NONE, lag);
  }

  private static TargetProgress reach(TargetTerms terms, int year, double value, boolean met) {
    TargetPath path = TargetPath.of(terms);
    double way = terms.target() - path.start();
    OptionalDouble expected = NONE;
    OptionalDouble progress = NONE;
    OptionalDouble lag = NONE;
    if (path.stops().size() > 1) {
      expected = path.dueIn(terms.base().isPresent() ? Math.max(year, terms.baseYear()) : year);
      progress = ratio(value - path.start(), way);
      lag = expected.isPresent() ? ratio(value - expected.getAsDouble(), way) : NONE;
    }
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

  private static OptionalDouble ratio(double part, double whole) {
    return whole == 0 ? NONE : OptionalDouble.of(part / whole);
  }
}
