package org.planpulse.jobs.statistics;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planpulse.schemas.plan.Plan.Rule;

/**
 * A plan target in numbers. Value, target, milestones and base share one unit, except that the
 * target of a {@code CAP_RATIO} is the ratio to the base.
 *
 * @param target what to hold or reach
 * @param precision last digit of the target as written; a value within half of it of the target
 *     meets it
 * @param base value of the base year; empty if not known
 * @param targetYear year by which a target is to be reached
 * @param binding whether a floor is 约束性
 * @param milestones values to be reached on the way, by year
 */
public record TargetTerms(
    Rule rule,
    double target,
    double precision,
    OptionalDouble base,
    int baseYear,
    int targetYear,
    boolean binding,
    SortedMap<Integer, Double> milestones) {

  /** Rounding of binary fractions, as a share of the target. */
  private static final double ROUNDING = 1e-12;

  public TargetTerms {
    milestones = Collections.unmodifiableSortedMap(new TreeMap<>(milestones));
  }

  /** Where the target is just met; empty for information only, or a cap without base. */
  public Optional<Threshold> threshold() {
    return switch (rule) {
      case FLOOR, REACH_UP -> Optional.of(new Threshold(target - tolerance(), true));
      case CEILING, REACH_DOWN -> Optional.of(new Threshold(target + tolerance(), false));
      case CAP_RATIO ->
          knownBase().map(from -> new Threshold((target + tolerance()) * from, false));
      case INFO -> Optional.empty();
    };
  }

  /** Whether the target must hold in every year, not only in its own. */
  public boolean isLimit() {
    return rule == Rule.FLOOR || rule == Rule.CEILING || rule == Rule.CAP_RATIO;
  }

  /**
   * Whether a target to be reached is known to be met in the base year: it is to be kept since
   * then, and the way is none. A milestone says what is due, not what was met.
   */
  boolean isToBeKept() {
    boolean reach = rule == Rule.REACH_UP || rule == Rule.REACH_DOWN;
    return reach && base.isPresent() && threshold().orElseThrow().metBy(base.getAsDouble());
  }

  /** Base of a cap, which must be positive to be a base. */
  Optional<Double> knownBase() {
    return base.isPresent() && base.getAsDouble() > 0
        ? Optional.of(base.getAsDouble())
        : Optional.empty();
  }

  /**
   * What shares of this target are shares of: the limit itself, the growth a cap allows, the way to
   * a target to be reached, that target where it is met already.
   */
  double span() {
    return switch (rule) {
      case FLOOR, CEILING, INFO -> Math.abs(target);
      case CAP_RATIO -> Math.abs(target - 1) * base.orElse(0);
      case REACH_UP, REACH_DOWN ->
          Math.abs(isToBeKept() ? target : target - TargetPath.of(this).start());
    };
  }

  private double tolerance() {
    return precision / 2 + ROUNDING * Math.abs(target);
  }
}
