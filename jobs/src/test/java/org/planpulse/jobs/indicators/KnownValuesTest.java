package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.spatial.MiniCity;

/** Why values of one year were revised, by what is told of their inputs on the same day. */
class KnownValuesTest {

  @TempDir Path folder;

  @Test
  void everyRevisionHasTheFirstOfItsCausesAndWhatIsStillMissingHasNone() {
    SparkSession spark = SharedSpark.session();
    spark.sql("SELECT 2025 AS year").createOrReplaceTempView("land_area");
    Dataset<Row> evaluated =
        spark.sql(
            """
            SELECT 'TJ21-A-01' AS indicator_code, '152501' AS region_code, 2025 AS year, value,
                   inputs AS inputs_found, if(value IS NULL, 'MISSING', 'OK') AS value_status,
                   CAST(known_from AS DATE), CAST(known_to AS DATE)
            FROM VALUES
              (CAST(NULL AS DOUBLE), array(), '2026-01-01', '2026-02-01'),
              (CAST(NULL AS DOUBLE), array('population'), '2026-02-01', '2026-03-01'),
              (5D, array('population', 'water_use'), '2026-03-01', '2026-04-01'),
              (6D, array('population', 'water_use'), '2026-04-01', '2026-05-01'),
              (7D, array('population', 'water_use'), '2026-05-01', '2026-06-01'),
              (CAST(NULL AS DOUBLE), array(), '2026-06-01', NULL)
              AS v(value, inputs, known_from, known_to)
            """);
    Dataset<Row> inputs =
        spark.sql(
            """
            SELECT 'TJ21-A-01' AS indicator_code, '152501' AS region_code, 2025 AS year,
                   'population' AS input, array('book!S!B2') AS source_ids,
                   CAST(known_from AS DATE), CAST(known_to AS DATE), revision
            FROM VALUES
              ('2026-01-01', NULL, NULL), ('2026-02-01', NULL, NULL), ('2026-03-01', NULL, 'LATE'),
              ('2026-04-01', NULL, 'RECALCULATED'), ('2026-04-01', NULL, 'LATE'),
              ('2026-04-01', NULL, 'REVISED'), ('2026-05-01', '2026-06-01', 'REVISED'),
              ('2026-05-01', NULL, 'CORRECTED')
              AS v(known_from, known_to, revision)
            """);
    MiniCity city = new MiniCity(folder);

    assertThat(revisions(city, evaluated, inputs))
        .containsExactly(
            "2026-01-01 -",
            "2026-02-01 -",
            "2026-03-01 LATE",
            "2026-04-01 REVISED",
            "2026-05-01 CORRECTED",
            "2026-06-01 WITHDRAWN");

    city.replace("ops.correction", ReviewedPlaces.of("('applied', 'book!S!B2', '2026-06-01')"));
    assertThat(revisions(city, evaluated, inputs))
        .as("the cell is of another year since its review")
        .endsWith("2026-05-01 CORRECTED", "2026-06-01 CORRECTED");
  }

  private static List<String> revisions(
      MiniCity city, Dataset<Row> evaluated, Dataset<Row> inputs) {
    return new KnownValues(city.context())
            .of(evaluated, inputs)
            .where("indicator_code = 'TJ21-A-01'")
            .orderBy("known_from")
            .selectExpr("concat_ws(' ', known_from, coalesce(revision, '-'))")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
  }
}
