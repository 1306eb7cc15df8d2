package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.planpulse.schemas.MayBeAbsent;

/** What the carrying capacity of resources and environment is graded by. */
public record CarryingRules(List<Factor> factors, List<Trend> trends) {

  /**
   * @param limit of the load, in the indicator's unit; null for the plan's target
   * @param critical ratio of load to limit at which the verge of overload begins
   */
  public record Factor(String indicator, @MayBeAbsent Double limit, double critical) {}

  /**
   * @param years how many years up to the one graded are looked at
   */
  public record Trend(String indicator, Better better, int years) {}

  public enum Better {
    @JsonProperty("rising")
    RISING,
    @JsonProperty("falling")
    FALLING
  }
}
