package org.planpulse.jobs.indicators;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/**
 * Evaluates the formulas of the whole catalogue in one pass: inputs become columns by name, and one
 * CASE picks the formula of each row's indicator. A missing input makes the value null, never zero.
 *
 * <p>A value is known as long as none of its inputs changes: the days on which one of them began or
 * ended divide time, and each period is evaluated with the inputs known in it. After all of them
 * have ended the value is missing, whatever the formula makes of nothing.
 */
final class FormulaEvaluation {

  private static final List<String> KEY = List.of("indicator_code", "region_code", "year");

  private final List<Indicator> catalogue;
  private final UnitTable units;

  /** Entries that are not computed are left out. */
  FormulaEvaluation(List<Indicator> catalogue, UnitTable units) {
    this.catalogue = catalogue.stream().filter(Indicator::computed).toList();
    this.units = units;
  }

  /**
   * @param inputs at least {@code indicator_code, region_code, year, input, si_value, value_status,
   *     known_from, known_to}
   * @return {@code indicator_code, region_code, year, value} in the indicator's display unit, with
   *     {@code inputs_found}, {@code value_status}, {@code known_from} and {@code known_to};
   *     neighbouring periods differ
   */
  Dataset<Row> evaluate(Dataset<Row> inputs) {
    Map<String, Column> named =
        catalogue.stream()
            .flatMap(indicator -> indicator.inputs().keySet().stream())
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> col("given").getItem(name)));
    Dataset<Row> values =
        known(inputs)
            .withColumns(named)
            .selectExpr(
                "indicator_code",
                "region_code",
                "year",
                "CASE WHEN size(given) > 0 THEN " + formulas() + " END AS value",
                "inputs_found",
                "marked",
                "known_from",
                "known_to")
            .withColumn(
                "value_status",
                expr("CASE WHEN value IS NULL THEN 'MISSING' ELSE coalesce(marked, 'OK') END"))
            .drop("marked");
    return KnownPeriods.joined(values, KEY, List.of("value", "inputs_found", "value_status"));
  }

  /**
   * One row for each period in which the inputs of a value stay the same: {@code given}, a map. The
   * gravest doubt about one of them is {@code marked}: sources that disagree before all else.
   */
  private static Dataset<Row> known(Dataset<Row> inputs) {
    return inputs
        .groupBy(KEY.stream().map(functions::col).toArray(Column[]::new))
        .agg(
            collect_list(struct("input", "si_value", "value_status", "known_from", "known_to"))
                .as("history"))
        .withColumn(
            "days",
            expr(
                """
                array_sort(array_distinct(array_compact(
                  concat(history.known_from, history.known_to))))
                """))
        .selectExpr("*", "posexplode(days) AS (number, known_from)")
        .withColumn("known_to", expr("get(days, number + 1)"))
        .withColumn(
            "in_force",
            expr(
                """
                filter(history, x -> x.known_from <= known_from
                                     AND (x.known_to IS NULL OR x.known_to > known_from))
                """))
        .selectExpr(
            "indicator_code",
            "region_code",
            "year",
            "known_from",
            "known_to",
            "map_from_arrays(in_force.input, in_force.si_value) AS given",
            "array_sort(filter(in_force, x -> x.si_value IS NOT NULL).input) AS inputs_found",
            """
            get(filter(array('CONFLICT', 'REVISED', 'ESTIMATED'),
                       status -> array_contains(in_force.value_status, status)), 0) AS marked
            """);
  }

  private String formulas() {
    return catalogue.stream()
        .map(
            indicator ->
                "WHEN '%s' THEN CAST((%s) AS DOUBLE) / %s"
                    .formatted(
                        indicator.code(),
                        indicator.formula(),
                        units.get(indicator.unit()).toSi().toPlainString() + "D"))
        .collect(Collectors.joining(" ", "CASE indicator_code ", " END"));
  }
}
