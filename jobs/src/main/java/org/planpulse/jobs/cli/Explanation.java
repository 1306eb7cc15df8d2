package org.planpulse.jobs.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;

/**
 * How one value of an indicator came about, read from the gold tables and {@code
 * bronze.source_file}.
 *
 * @param value null when missing
 * @param target null when the plan sets none
 * @param reason what the level rests on, or why the value is missing; empty when not given
 */
record Explanation(
    Double value,
    String unit,
    String status,
    Double target,
    String level,
    String reason,
    LocalDate knownFrom,
    List<InputValue> inputs) {

  /**
   * A value the formula used.
   *
   * @param year year the value describes; null when it has none
   * @param rows parcels or observations behind it; null for a single cell
   */
  record InputValue(
      String name,
      Integer year,
      Double value,
      String unit,
      String status,
      String table,
      Long rows,
      List<Source> sources) {}

  /**
   * A place in a file.
   *
   * @param place sheet and cell, or layer; empty for the whole file
   */
  record Source(String file, String department, LocalDate receivedOn, List<String> place) {}

  /**
   * Reads the explanation.
   *
   * @param known SQL condition on {@code known_from} and {@code known_to}
   * @throws OperatorError naming the years there are, when the value does not exist
   */
  static Explanation read(
      QuerySession session, String indicator, String region, int year, String known) {
    String which = " WHERE indicator_code = '" + indicator + "' AND region_code = '" + region + "'";
    List<List<Object>> values =
        session
            .query(
                "SELECT value, unit, value_status, target_value, level, reason, known_from"
                    + " FROM gold.indicator_value"
                    + which
                    + " AND year = "
                    + year
                    + " AND "
                    + known)
            .rows();
    if (values.isEmpty()) {
      throw absent(session, indicator, region, year, which + " AND " + known);
    }
    List<Object> row = values.get(0);
    return new Explanation(
        number(row.get(0)),
        (String) row.get(1),
        (String) row.get(2),
        number(row.get(3)),
        (String) row.get(4),
        Optional.ofNullable((String) row.get(5)).orElse(""),
        (LocalDate) row.get(6),
        inputs(session, which + " AND year = " + year + " AND " + known));
  }

  private static List<InputValue> inputs(QuerySession session, String where) {
    Map<String, List<Object>> files = files(session);
    List<InputValue> inputs = new ArrayList<>();
    for (List<Object> row :
        session
            .query(
                "SELECT input, input_year, si_value, si_unit, value_status, source_table,"
                    + " source_rows, source_ids FROM gold.indicator_input"
                    + where
                    + " ORDER BY input")
            .rows()) {
      inputs.add(
          new InputValue(
              (String) row.get(0),
              row.get(1) == null ? null : ((Number) row.get(1)).intValue(),
              number(row.get(2)),
              (String) row.get(3),
              (String) row.get(4),
              (String) row.get(5),
              row.get(6) == null ? null : ((Number) row.get(6)).longValue(),
              sources((List<?>) row.get(7), files)));
    }
    return inputs;
  }

  /** File, department and day of receipt by source key. */
  private static Map<String, List<Object>> files(QuerySession session) {
    return session
        .query("SELECT source_key, file, department, received_on FROM bronze.source_file")
        .rows()
        .stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get(0), row -> row, (a, b) -> a, LinkedHashMap::new));
  }

  private static List<Source> sources(List<?> ids, Map<String, List<Object>> files) {
    if (ids == null) {
      return List.of();
    }
    return ids.stream().map(id -> source((String) id, files)).toList();
  }

  /** A source id is {@code key!sheet!cell} or {@code key!layer}. */
  private static Source source(String id, Map<String, List<Object>> files) {
    List<String> parts = List.of(id.split("!"));
    List<Object> file = files.get(parts.get(0));
    List<String> place = parts.subList(1, parts.size());
    return file == null
        ? new Source(parts.get(0), "", null, place)
        : new Source((String) file.get(1), (String) file.get(2), (LocalDate) file.get(3), place);
  }

  private static OperatorError absent(
      QuerySession session, String indicator, String region, int year, String where) {
    String years =
        session
            .query("SELECT DISTINCT year FROM gold.indicator_value" + where + " ORDER BY year")
            .rows()
            .stream()
            .map(row -> String.valueOf(row.get(0)))
            .collect(Collectors.joining(", "));
    return new OperatorError(
        indicator
            + " 在 "
            + region
            + " 没有 "
            + year
            + " 年的值。"
            + (years.isEmpty() ? "请先运行 planpulse run。" : "已有年份：" + years + "。"),
        indicator
            + " has no value for "
            + region
            + " in "
            + year
            + ". "
            + (years.isEmpty() ? "Run planpulse run first." : "Years there are: " + years + "."));
  }

  private static Double number(Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }
}
