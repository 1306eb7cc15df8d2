package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.planpulse.schemas.MayBeAbsent;

/**
 * What the carrying capacity of resources and environment is graded by.
 *
 * @param overloading so many factors on the verge of overload make one
 */
public record CarryingRules(int overloading, List<Factor> factors, List<Trend> trends) {

  /**
   * @param limits of the load, in the indicator's unit, by the first year each holds; null for the
   *     plan's target
   * @param critical ratio of load to limit at which the verge of overload begins
   */
  public record Factor(
      String indicator, @MayBeAbsent SortedMap<Integer, Double> limits, double critical) {

    /** The limit of a year; empty before the first one holds. */
    public Optional<Double> limitOf(int year) {
      SortedMap<Integer, Double> past = limits.headMap(year + 1);
      return past.isEmpty() ? Optional.empty() : Optional.of(past.get(past.lastKey()));
    }
  }

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
