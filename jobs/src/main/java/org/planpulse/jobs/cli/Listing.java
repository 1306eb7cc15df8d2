package org.planpulse.jobs.cli;

import java.util.List;
import org.planpulse.jobs.query.QueryResult;

/** Rows that come from no table, printed like those that do. */
final class Listing {

  private Listing() {}

  static QueryResult of(List<String> columns, List<List<Object>> rows) {
    return new QueryResult(
        columns.stream().map(name -> new QueryResult.Column(name, "VARCHAR")).toList(), rows);
  }
}
