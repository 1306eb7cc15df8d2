package org.planpulse.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * One entry of the indicator catalogue. It is computed by its formula, by the formula of one option
 * where the definition leaves a choice, or says why it is not computed.
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
 * @param definition in our own words, with what is uncertain in it
 * @param sources department keys
 * @param sameAs code of the entry of another edition that is computed in the same way
 * @param growthIndex code of the entry that holds its yearly growth at constant prices, as an index
 *     (previous year = 100); null where none is delivered
 * @param choice readings of an ambiguous definition; null where there is one only
 * @param notComputable which data is missing, who holds it and in which form; null when computed
 * @param inputs named inputs of the formula, each in SI units
 * @param formula Spark SQL expression over the input names; its result is in the SI unit of {@code
 *     unit}; null when not computed
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
    @MayBeAbsent @JsonProperty("same_as") String sameAs,
    @MayBeAbsent @JsonProperty("growth_index") String growthIndex,
    @MayBeAbsent Choice choice,
    @MayBeAbsent @JsonProperty("not_computable") LocalText notComputable,
    @MayBeAbsent Map<String, Input> inputs,
    @MayBeAbsent String formula,
    @MayBeAbsent List<Example> examples) {

  public Indicator {
    inputs = inputs == null ? Map.of() : inputs;
    examples = examples == null ? List.of() : examples;
  }

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

  public boolean computed() {
    return formula != null;
  }

  public boolean computedForUnits() {
    return "unit".equals(scope);
  }

  /** The reading of the definition that is computed, in words; null where there is one only. */
  public LocalText reading() {
    return choice == null ? null : choice.reading();
  }

  /** Computed by an option of its choice. */
  public Indicator choosing(String option) {
    Choice.Option chosen = choice.options().get(option);
    return computedBy(
        choice.taking(option), null, chosen.inputs(), chosen.formula(), chosen.examples());
  }

  /** Computed as another entry is; examples of its own stay. */
  public Indicator as(Indicator other) {
    return computedBy(
        other.choice,
        other.notComputable,
        other.inputs,
        other.formula,
        examples.isEmpty() ? other.examples : examples);
  }

  private Indicator computedBy(
      Choice how, LocalText reason, Map<String, Input> from, String by, List<Example> proof) {
    return new Indicator(
        code,
        standardId,
        name,
        dimension,
        category,
        unit,
        decimals,
        direction,
        attribute,
        scope,
        definition,
        sources,
        sameAs,
        growthIndex,
        how,
        reason,
        from,
        by,
        proof);
  }
}
