package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.plan.Plan.Rule;

/**
 * Thresholds of the warning levels.
 *
 * @param lag for targets to be reached: level to the lag (value minus the one due, as a fraction of
 *     the way, or of a target that is to be kept) below which it starts, e.g. {@code blue: -0.05}:
 *     a lag of exactly -5 percentage points stays green
 * @param use for ceilings and caps: level to the smallest use of the room, as a fraction, at which
 *     it starts
 * @param breachWithinYears a floor whose falling trend breaks it within so many years is raised one
 *     level
 * @param hold by rule of the target: a light gets better only when the value is back by more than
 *     this fraction of the limit, of the growth a cap allows, of the way to go, or of a target that
 *     is to be kept; a rule that is left out is not held
 */
public record WarningRules(
    Map<String, Double> lag,
    Map<String, Double> use,
    @JsonProperty("breach_within_years") int breachWithinYears,
    Map<Rule, Double> hold,
    Faults faults,
    @JsonProperty("carrying_capacity") CarryingRules carryingCapacity) {

  /**
   * When a value may be a fault of the data.
   *
   * @param fewest changes from year to year that must be known before one is called a jump
   * @param deviations robust deviations (1.4826 times the median absolute one) of the earlier
   *     changes beyond which it is one
   * @param share of the series' level that it must be at least
   * @param slips factors between units that are taken for each other
   * @param slipTolerance how far a ratio may be from such a factor, itself a factor
   */
  public record Faults(
      int fewest,
      double deviations,
      double share,
      List<Double> slips,
      @JsonProperty("slip_tolerance") double slipTolerance)
      implements Serializable {

    public Faults {
      slips = List.copyOf(slips);
    }
  }
}
