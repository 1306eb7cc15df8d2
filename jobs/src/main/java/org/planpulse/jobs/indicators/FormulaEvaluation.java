package org.planpulse.jobs.indicators;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/**
 * Evaluates the formulas of the whole catalogue in one pass: inputs become columns by name, and one
 * CASE picks the formula of each row's indicator. A missing input makes the value null, never zero.
 */
final class FormulaEvaluation {

  private static final String MARKED =
      "CASE WHEN value_status IN ('ESTIMATED', 'REVISED', 'CONFLICT') THEN value_status END";

  private final List<Indicator> catalogue;
  private final UnitTable units;

  /** Entries that are not computed are left out. */
  FormulaEvaluation(List<Indicator> catalogue, UnitTable units) {
    this.catalogue = catalogue.stream().filter(Indicator::computed).toList();
    this.units = units;
  }

  /**
   * @param inputs at least {@code indicator_code, region_code, year, input, si_value, value_status,
   *     known_from}
   * @return {@code indicator_code, region_code, year, value} in the indicator's display unit, with
   *     {@code inputs_found}, {@code value_status} and {@code known_from}
   */
  Dataset<Row> evaluate(Dataset<Row> inputs) {
    Map<String, Column> named =
        catalogue.stream()
            .flatMap(indicator -> indicator.inputs().keySet().stream())
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> col("given").getItem(name)));
    return inputs
        .groupBy("indicator_code", "region_code", "year")
        .agg(
            map_from_entries(collect_list(struct("input", "si_value"))).as("given"),
            array_sort(collect_list(expr("CASE WHEN si_value IS NOT NULL THEN input END")))
                .as("inputs_found"),
            max(expr(MARKED)).as("marked"),
            max("known_from").as("known_from"))
        .withColumns(named)
        .selectExpr(
            "indicator_code",
            "region_code",
            "year",
            formulas() + " AS value",
            "inputs_found",
            "marked",
            "known_from")
        .withColumn(
            "value_status",
            expr("CASE WHEN value IS NULL THEN 'MISSING' ELSE coalesce(marked, 'OK') END"))
        .drop("marked");
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
