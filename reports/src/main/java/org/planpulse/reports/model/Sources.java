package org.planpulse.reports.model;

import java.util.List;

/**
 * The last chapter: what the report rests on.
 *
 * @param deliveries one line an item of the data list
 * @param issues one line a kind of issue and dataset
 * @param choices definitions chosen where texts differ, each one sentence
 * @param citations facts cited, with source
 * @param notEvaluated indicators without value this year, "code name: reason"
 */
public record Sources(
    String summary,
    List<Delivery> deliveries,
    List<IssueLine> issues,
    List<String> choices,
    List<String> citations,
    List<String> notEvaluated) {

  /**
   * @param state received, partial or missing, in the report's language
   * @param complete whether everything owed was received
   */
  public record Delivery(
      String dataset,
      String name,
      String department,
      String periods,
      String state,
      boolean complete,
      String receivedOn,
      int files,
      long rowsIn,
      long rowsLoaded,
      long rowsQuarantined) {}

  public record IssueLine(
      String severity, String department, String dataset, String message, long count) {}
}
