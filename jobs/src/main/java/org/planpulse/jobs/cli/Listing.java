package org.planpulse.jobs.cli;

import java.util.List;
import org.planpulse.jobs.query.QueryResult;

/** Rows that come from no table, printed like those that do. */
final class Listing {

  private static final String TEXT = "VARCHAR";
  private static final String NUMBER = "DOUBLE";

  private Listing() {}

  /** Columns of texts. */
  static QueryResult of(List<String> columns, List<List<Object>> rows) {
    return of(columns, List.of(), rows);
  }

  /** Columns of which some hold numbers and stand to the right. */
  static QueryResult of(List<String> columns, List<String> numbers, List<List<Object>> rows) {
    return new QueryResult(
        columns.stream()
            .map(name -> new QueryResult.Column(name, numbers.contains(name) ? NUMBER : TEXT))
            .toList(),
        rows);
  }
}
