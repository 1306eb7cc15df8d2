package org.planpulse.reports.model;

import java.util.List;

/**
 * What the report rests on.
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
   * @param accepted items delivered for all periods due, with nothing to mend
   * @param returned items with rows or files to mend
   * @param overdue items with a period not delivered though it was due
   * @param missing items not delivered, and not due
   * @param quality mean score of what came, 0 to 100; null when nothing did
   * @param receivedOn day of the latest delivery; empty when there is none
   */
  public record Department(
      String name,
      int owed,
      int accepted,
      int returned,
      int overdue,
      int missing,
      Integer quality,
      String receivedOn) {}

  /**
   * @param state accepted, returned or overdue, in the report's language
   * @param accepted whether all that is due came and nothing is to mend
   * @param quality mean score of the periods that came, 0 to 100
   */
  public record Delivery(
      String dataset,
      String name,
      String department,
      String periods,
      String state,
      boolean accepted,
      String receivedOn,
      int files,
      long rowsIn,
      long rowsLoaded,
      long rowsQuarantined,
      int quality) {}

  public record IssueLine(
      String severity, String department, String dataset, String message, long count) {}
}
