package org.planpulse.reports.model;

import java.util.List;
import java.util.Map;

/**
 * The page a leader reads first.
 *
 * @param conclusion two to four sentences
 * @param lights number of indicators by light
 * @param notEvaluated indicators without a value this year
 * @param binding the approval's binding targets, worst light first
 * @param findings the problems found, each one sentence; indicators without a value are not among
 *     them
 * @param measures what should be done next year, each one sentence naming who
 */
public record Verdict(
    String conclusion,
    Map<Level, Integer> lights,
    int notEvaluated,
    List<TargetRow> binding,
    List<String> findings,
    List<String> measures) {

  /**
   * @param id e.g. T-01
   * @param clause sentence of the approval
   * @param value null when unknown
   * @param target null when not issued; {@code targetText} then says so
   * @param targetText e.g. "≥ 0.1191 万亩", "cap not issued"
   * @param margin room left to the limit as a share of it, negative when broken; null when unknown,
   *     and for a target to be reached
   */
  public record TargetRow(
      String id,
      String name,
      String clause,
      Double value,
      Double target,
      String targetText,
      String unit,
      int decimals,
      Double margin,
      Level level,
      String judgement) {}
}
