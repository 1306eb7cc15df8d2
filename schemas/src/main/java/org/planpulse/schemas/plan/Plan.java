package org.planpulse.schemas.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * An approved plan as the machine reads it: the city it is for, its parameters and its targets.
 *
 * @param citations public facts a report about the city rests on, each with its source
 */
public record Plan(
    String id,
    City city,
    LocalText title,
    Approval approval,
    @JsonProperty("base_year") int baseYear,
    @JsonProperty("target_year") int targetYear,
    Map<String, Parameter> parameters,
    List<Target> targets,
    @MayBeAbsent List<LocalText> citations) {

  public Plan {
    citations = citations == null ? List.of() : List.copyOf(citations);
  }

  /** Names and aliases are matched after normalisation (full width, inner blanks). */
  public record City(String code, LocalText name, List<String> aliases) {}

  public record Approval(LocalText authority, String document, String date) {}

  /** A quantity the plan refers to but may not state; {@code value} is null until it is issued. */
  public record Parameter(Double value, String unit, LocalText description) {}

  /**
   * @param indicator code of the indicator judged
   * @param rule how it is judged (facts of the approval: floor, ceiling, ratio to base, reach)
   * @param value target in {@code unit}; null when it stands in a parameter
   * @param parameter name of the parameter that holds the value
   * @param precision last digit of the target as written, in {@code unit}; a comparison is not
   *     stricter than half of it
   * @param year year by which it must hold
   * @param milestones values in {@code unit} to be reached on the way, by year; for targets to be
   *     reached
   * @param clause the sentence of the approval
   * @param duty department answerable
   */
  public record Target(
      String id,
      String indicator,
      LocalText name,
      Rule rule,
      @MayBeAbsent Double value,
      @MayBeAbsent String parameter,
      String unit,
      double precision,
      int year,
      boolean binding,
      LocalText clause,
      String duty,
      @MayBeAbsent SortedMap<Integer, Double> milestones) {

    public Target {
      milestones =
          milestones == null
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(milestones);
    }

    /** Decimals the target is written with. */
    public int decimals() {
      return precision >= 1 ? 0 : (int) Math.round(-Math.log10(precision));
    }
  }

  public enum Rule {
    @JsonProperty("floor")
    FLOOR,
    @JsonProperty("ceiling")
    CEILING,
    @JsonProperty("cap_ratio")
    CAP_RATIO,
    @JsonProperty("reach_up")
    REACH_UP,
    @JsonProperty("reach_down")
    REACH_DOWN,
    @JsonProperty("info")
    INFO
  }

  /** The value of a target in its unit, from the target itself or its parameter. */
  public Optional<Double> valueOf(Target target) {
    if (target.value() != null) {
      return Optional.of(target.value());
    }
    return Optional.ofNullable(parameters.get(target.parameter())).map(Parameter::value);
  }

  public Optional<Target> targetOf(String indicator) {
    return targets.stream().filter(target -> target.indicator().equals(indicator)).findFirst();
  }
}
