package org.planpulse.jobs.publish.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table are exported.
 *
 * @param year that the rows describe; empty for all
 * @param condition in SQL; empty for none
 */
public record Selection(Optional<Integer> year, Optional<String> condition) {

  public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

  /** A WHERE clause with a blank in front; empty when all rows are meant. */
  String where() {
    List<String> conditions = new ArrayList<>();
    year.ifPresent(y -> conditions.add("year = " + y));
    condition.ifPresent(c -> conditions.add("(" + c + ")"));
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
