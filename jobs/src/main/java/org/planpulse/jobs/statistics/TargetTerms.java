package org.planpulse.jobs.statistics;

import java.util.OptionalDouble;
import org.planpulse.schemas.plan.Plan.Rule;

/**
 * A plan target in numbers. Value, target and base share one unit, except that the target of a
 * {@code CAP_RATIO} is the ratio to the base.
 *
 * @param target what to hold or reach
 * @param precision last digit of the target as written; a value within half of it of the target
 *     meets it
 * @param base value of the base year; empty if not known
 * @param targetYear year by which a target is to be reached
 * @param binding whether a floor is 约束性
 */
public record TargetTerms(
    Rule rule,
    double target,
    double precision,
    OptionalDouble base,
    int baseYear,
    int targetYear,
    boolean binding) {

  /** Rounding of binary fractions, as a share of the target. */
  private static final double ROUNDING = 1e-12;

  /** Smallest value that meets a floor, or a target to be reached from below. */
  double lowest() {
    return target - tolerance();
  }

  /** Largest value, or ratio to the base, that meets a ceiling, a cap or a target from above. */
  double highest() {
    return target + tolerance();
  }

  private double tolerance() {
    return precision / 2 + ROUNDING * Math.abs(target);
  }
}
