package org.planpulse.jobs.explain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of an indicator as it stands in the gold tables, with the inputs of its formula.
 *
 * @param value in {@code unit}; null when missing
 * @param target in {@code unit}; null when the plan sets none
 * @param reason what the level rests on, or why the value is missing; empty when not given
 * @param runId of the run that computed it
 */
public record Figure(
    String indicator,
    String region,
    int year,
    Double value,
    String unit,
    String status,
    Double target,
    String level,
    String reason,
    LocalDate knownFrom,
    String runId,
    List<Input> inputs) {

  /**
   * A value the formula used.
   *
   * @param name in the formula
   * @param year that the value describes; null when it has none
   * @param value in {@code unit}, an SI unit; null when missing
   * @param table it was read from
   * @param rows parcels, observations or entries behind it; null when it has none
   */
  public record Input(
      String name,
      Integer year,
      Double value,
      String unit,
      String status,
      String table,
      Long rows,
      List<SourceId> sources,
      LocalDate knownFrom) {}

  /** SI values of the inputs by name; one that is missing has none or null. */
  public Map<String, Double> values() {
    Map<String, Double> values = new HashMap<>();
    inputs.forEach(input -> values.put(input.name(), input.value()));
    return values;
  }

  /** The input of a name; empty when it was not delivered. */
  public Optional<Input> input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
  }
}
