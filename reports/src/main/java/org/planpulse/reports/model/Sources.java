package org.planpulse.reports.model;

import java.util.List;

/**
 * The last chapter: what the report rests on.
 *
 * @param departments one line a body that owes data
 * @param deliveries one line an item of the data list of which something came
 * @param issues one line a kind of issue and dataset
 * @param choices definitions chosen where texts differ, each one sentence
 * @param citations facts cited, with source
 * @param notEvaluated indicators without value this year, "code name: reason"
 */
public record Sources(
    String summary,
    List<Department> departments,
    List<Delivery> deliveries,
    List<IssueLine> issues,
    List<String> choices,
    List<String> citations,
    List<String> notEvaluated) {

  /**
   * What a body owes and has delivered, in items of the data list.
   *
   * @param partial items of which something is missing or cannot be loaded
   * @param receivedOn day of the latest delivery; empty when there is none
   */
  public record Department(
      String name, int owed, int complete, int partial, int missing, String receivedOn) {}

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
