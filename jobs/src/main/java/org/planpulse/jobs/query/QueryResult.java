package org.planpulse.jobs.query;

import java.util.List;

/**
 * What a query returned.
 *
 * @param rows values in the order of {@code columns}: null, String, Boolean, a Number, LocalDate,
 *     LocalDateTime, OffsetDateTime, byte[], List, or Map
 */
public record QueryResult(List<Column> columns, List<List<Object>> rows) {

  /**
   * @param type DuckDB's name of the type
   */
  public record Column(String name, String type) {}
}
