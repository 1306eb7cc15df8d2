package org.planpulse.jobs.explain;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/**
 * Evaluates formulas of the catalogue without Spark. The few functions a formula may call give the
 * same in DuckDB, which a test shows of every formula and year.
 */
final class FormulaValues {

  private final QuerySession session;
  private final UnitTable units;

  FormulaValues(QuerySession session, UnitTable units) {
    this.session = session;
    this.units = units;
  }

  /**
   * One value for each set of inputs.
   *
   * @param given SI values by name; what is not there is missing
   * @return in the indicator's unit; null where missing
   */
  List<Double> of(Indicator indicator, List<Map<String, Double>> given) {
    List<String> names = List.copyOf(indicator.inputs().keySet());
    List<String> rows = new ArrayList<>();
    for (Map<String, Double> values : given) {
      String numbers = names.stream().map(name -> number(values.get(name))).collect(joining(", "));
      rows.add("(" + rows.size() + ", " + numbers + ")");
    }
    String sql =
        "SELECT CAST((%s) AS DOUBLE) / CAST('%s' AS DOUBLE) FROM (VALUES %s) AS given(_row, %s) ORDER BY _row"
            .formatted(
                indicator.formula(),
                units.get(indicator.unit()).toSi().toPlainString(),
                String.join(", ", rows),
                names.stream().map(Sql::name).collect(joining(", ")));
    return session.query(sql).rows().stream().map(row -> (Double) row.get(0)).toList();
  }

  private static String number(Double value) {
    return value == null ? "CAST(NULL AS DOUBLE)" : "CAST('" + value + "' AS DOUBLE)";
  }
}
