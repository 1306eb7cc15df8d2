package org.planpulse.jobs.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * How far a judged value may move before its light changes, all else being equal: the trend and
 * last year's light stay as they are.
 *
 * @param worse the nearest change to a worse light; empty if there is none within reach
 * @param better likewise to a better one
 */
public record Sensitivity(Optional<Change> worse, Optional<Change> better) {

  /** For a value that has no light. */
  static final Sensitivity NONE = new Sensitivity(Optional.empty(), Optional.empty());

  /**
   * @param by how far the value moves, with its sign, in its unit
   * @param share {@code by} over the size of the value; empty for a value of zero
   * @param to the light it gets
   */
  public record Change(double by, OptionalDouble share, WarningLevel to) {}

  /**
   * @param light of a value; it never gets better on the way to worse values
   * @param target tells which way is worse
   * @param reach how far to look
   */
  static Sensitivity of(
      double value, DoubleFunction<WarningLevel> light, Threshold target, double reach) {
    return new Sensitivity(
        change(value, light, target.worse(0, reach)),
        change(value, light, -target.worse(0, reach)));
  }

  /** Halves the way to a value of another light until no number lies between the two. */
  private static Optional<Change> change(
      double value, DoubleFunction<WarningLevel> light, double furthest) {
    WarningLevel now = light.apply(value);
    if (light.apply(value + furthest) == now) {
      return Optional.empty();
    }
    double same = 0;
    double other = furthest;
    for (double middle = other / 2;
        middle != same && middle != other;
        middle = same + (other - same) / 2) {
      if (light.apply(value + middle) == now) {
        same = middle;
      } else {
        other = middle;
      }
    }
    OptionalDouble share =
        value == 0 ? OptionalDouble.empty() : OptionalDouble.of(other / Math.abs(value));
    return Optional.of(new Change(other, share, light.apply(value + other)));
  }
}
