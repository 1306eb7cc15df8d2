package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.indicator.Indicator;

/** Evaluated values with what the catalogue says of them and why they were revised. */
final class KnownValues {

  private final RunContext run;
  private final SparkSession spark;

  KnownValues(RunContext run) {
    this.run = run;
    this.spark = run.warehouse().spark();
  }

  /**
   * Evaluated values, and for the city a row for every indicator and year since the plan's base
   * year, so that a missing one is visible with the names of its missing inputs, and one that is
   * not computed with its reason. Such a row is known since anything is known of the year.
   *
   * <p>Of several inputs that changed on one day the first of these causes is told: what was
   * reviewed, what a source revised, what came late, what was computed anew. An input that ended on
   * the day a correction of its place began or ceased to be read was corrected away: to another
   * year or region, say. A value that was known and is not any more, without one of them, was
   * withdrawn.
   *
   * <p>Reads the view {@code land_area}.
   *
   * @param inputs rows of {@code gold.indicator_input}
   */
  Dataset<Row> of(Dataset<Row> evaluated, Dataset<Row> inputs) {
    evaluated.createOrReplaceTempView("evaluated");
    inputs.createOrReplaceTempView("known_input");
    catalogueView();
    ReviewDays.view(run);
    return spark.sql(
        """
        WITH heard_of AS (
          SELECT year, min(known_from) AS first_known FROM known_input
          WHERE region_code = '%1$s' GROUP BY year
        ), city_year AS (
          SELECT DISTINCT '%1$s' AS region_code, year FROM land_area WHERE year >= %2$d
        ), expected AS (
          SELECT indicator_code, region_code, year FROM catalogue CROSS JOIN city_year
          UNION
          SELECT indicator_code, region_code, year FROM evaluated WHERE value IS NOT NULL
        ), ended AS (
          SELECT * FROM known_input was LEFT ANTI JOIN known_input next
            ON next.indicator_code = was.indicator_code AND next.region_code = was.region_code
           AND next.year = was.year AND next.input = was.input AND next.known_from = was.known_to
        ), change AS (
          SELECT indicator_code, region_code, year, known_from, revision FROM known_input
          WHERE revision IS NOT NULL
          UNION ALL
          SELECT indicator_code, region_code, year, known_to, 'CORRECTED' FROM ended
          JOIN review_day ON day = ended.known_to AND array_contains(%3$s, place)
        ), cause AS (
          SELECT indicator_code, region_code, year, known_from,
                 min_by(revision, array_position(
                   array('CORRECTED', 'REVISED', 'LATE', 'RECALCULATED'), revision)) AS cause
          FROM change
          GROUP BY indicator_code, region_code, year, known_from
        ), dated AS (
          SELECT *, lag(struct(value)) OVER (
                      PARTITION BY indicator_code, region_code, year ORDER BY known_from) AS before
          FROM evaluated
        )
        SELECT indicator_code, standard_id, region_code, year, value, unit,
               coalesce(value_status, 'MISSING') AS value_status,
               CASE WHEN value IS NULL THEN coalesce(not_computable, array_join(
                 array_except(inputs, coalesce(inputs_found, array())), ', ')) END AS reason,
               CASE WHEN before IS NULL OR before.value IS NULL AND value IS NULL THEN NULL
                    WHEN before.value IS NULL THEN 'LATE'
                    ELSE coalesce(cause, 'WITHDRAWN') END AS revision,
               coalesce(known_from, first_known) AS known_from, known_to
        FROM expected
        JOIN catalogue USING (indicator_code)
        LEFT JOIN heard_of USING (year)
        LEFT JOIN dated USING (indicator_code, region_code, year)
        LEFT JOIN cause USING (indicator_code, region_code, year, known_from)
        """
            .formatted(
                run.plan().city().code(), run.plan().baseYear(), ReviewDays.places("source_ids")));
  }

  private void catalogueView() {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : run.schemas().indicators()) {
      rows.add(
          RowFactory.create(
              indicator.code(),
              indicator.standardId(),
              indicator.unit(),
              indicator.inputs().keySet().toArray(),
              indicator.computed() ? null : indicator.notComputable().zh()));
    }
    spark
        .createDataFrame(
            rows,
            new StructType()
                .add("indicator_code", DataTypes.StringType)
                .add("standard_id", DataTypes.StringType)
                .add("unit", DataTypes.StringType)
                .add("inputs", DataTypes.createArrayType(DataTypes.StringType))
                .add("not_computable", DataTypes.StringType))
        .createOrReplaceTempView("catalogue");
  }
}
