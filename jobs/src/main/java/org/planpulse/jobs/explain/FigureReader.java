package org.planpulse.jobs.explain;

import static org.planpulse.jobs.query.Sql.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.query.QuerySession;

/** Reads figures and their inputs from the gold tables. */
public final class FigureReader {

  private final QuerySession session;

  public FigureReader(QuerySession session) {
    this.session = session;
  }

  /**
   * One figure.
   *
   * @param known SQL condition on {@code known_from} and {@code known_to} that one row meets
   * @return empty when there is no such row
   */
  public Optional<Figure> read(String indicator, String region, int year, String known) {
    return figures(
            "indicator_code = "
                + text(indicator)
                + " AND region_code = "
                + text(region)
                + " AND year = "
                + year
                + " AND "
                + known)
        .stream()
        .findFirst();
  }

  /** All figures of a region and year, missing ones included, by code. */
  public List<Figure> ofYear(String region, int year, String known) {
    return figures("region_code = " + text(region) + " AND year = " + year + " AND " + known);
  }

  /** Years that an indicator has rows of. */
  public List<Integer> years(String indicator, String region, String known) {
    return session
        .query(
            "SELECT DISTINCT year FROM gold.indicator_value WHERE indicator_code = "
                + text(indicator)
                + " AND region_code = "
                + text(region)
                + " AND "
                + known
                + " ORDER BY year")
        .rows()
        .stream()
        .map(row -> ((Number) row.get(0)).intValue())
        .toList();
  }

  private List<Figure> figures(String where) {
    Map<String, List<Figure.Input>> inputs = inputs(where);
    return session
        .query(
            "SELECT indicator_code, region_code, year, value, unit, value_status, target_value,"
                + " level, reason, known_from, run_id FROM gold.indicator_value WHERE "
                + where
                + " ORDER BY indicator_code")
        .rows()
        .stream()
        .map(row -> figure(row, inputs.getOrDefault((String) row.get(0), List.of())))
        .toList();
  }

  /** By indicator. */
  private Map<String, List<Figure.Input>> inputs(String where) {
    Map<String, List<Figure.Input>> inputs = new HashMap<>();
    for (List<Object> row :
        session
            .query(
                "SELECT indicator_code, input, input_year, si_value, si_unit, value_status,"
                    + " source_table, source_rows, source_ids, known_from"
                    + " FROM gold.indicator_input WHERE "
                    + where
                    + " ORDER BY indicator_code, input")
            .rows()) {
      inputs.computeIfAbsent((String) row.get(0), code -> new ArrayList<>()).add(input(row));
    }
    return inputs;
  }

  private static Figure figure(List<Object> row, List<Figure.Input> inputs) {
    return new Figure(
        (String) row.get(0),
        (String) row.get(1),
        ((Number) row.get(2)).intValue(),
        (Double) row.get(3),
        (String) row.get(4),
        (String) row.get(5),
        (Double) row.get(6),
        (String) row.get(7),
        Optional.ofNullable((String) row.get(8)).orElse(""),
        (LocalDate) row.get(9),
        (String) row.get(10),
        inputs);
  }

  private static Figure.Input input(List<Object> row) {
    List<?> ids = row.get(8) == null ? List.of() : (List<?>) row.get(8);
    return new Figure.Input(
        (String) row.get(1),
        (Integer) row.get(2),
        (Double) row.get(3),
        (String) row.get(4),
        (String) row.get(5),
        (String) row.get(6),
        (Long) row.get(7),
        ids.stream().map(id -> new SourceId((String) id)).toList(),
        (LocalDate) row.get(9));
  }
}
