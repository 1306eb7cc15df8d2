package org.planpulse.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * One entry of the indicator catalogue.
 *
 * @param code project code, e.g. {@code TJ21-A-01}
 * @param standardId edition of the standard that defines it
 * @param dimension key in {@code codelists/dimensions.yaml}
 * @param category the standard's secondary category
 * @param unit display unit, a code of {@code codelists/units.yaml}
 * @param decimals decimals shown
 * @param direction how to read it
 * @param attribute {@code basic}, {@code recommended}, {@code binding}, {@code expected}, {@code
 *     suggested} or {@code local}
 * @param scope {@code city} or {@code unit}: whether it is also computed for sub-units
 * @param definition in our own words, with the choice made where texts differ
 * @param sources department keys
 * @param inputs named inputs of the formula, each in SI units
 * @param formula Spark SQL expression over the input names; its result is in the SI unit of {@code
 *     unit}
 * @param examples worked examples; each is a test
 */
public record Indicator(
    String code,
    @JsonProperty("standard_id") String standardId,
    LocalText name,
    String dimension,
    LocalText category,
    String unit,
    int decimals,
    Direction direction,
    String attribute,
    String scope,
    LocalText definition,
    List<String> sources,
    Map<String, Input> inputs,
    String formula,
    List<Example> examples) {

  /** How a change of the value is to be read. */
  public enum Direction {
    @JsonProperty("higher_better")
    HIGHER_BETTER,
    @JsonProperty("lower_better")
    LOWER_BETTER,
    @JsonProperty("floor")
    FLOOR,
    @JsonProperty("ceiling")
    CEILING,
    @JsonProperty("context")
    CONTEXT
  }

  /**
   * Inputs (SI units) and the value they must give, in the indicator's display unit, to the
   * decimals shown.
   */
  public record Example(Map<String, Double> inputs, double value, @MayBeAbsent String note) {}

  public boolean computedForUnits() {
    return "unit".equals(scope);
  }
}
