package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.spatial.MiniCity;

/** Why inputs changed, of inputs given row by row. */
class InputRevisionTest {

  @TempDir Path folder;

  /** Of two changes in one file the correction names the cell of one; that of the list waits. */
  @Test
  void onlyWhatACorrectionWasAppliedToIsCorrected() {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "ops.correction",
        """
        SELECT 'c.yaml' AS correction_file, 1 AS number, state, 'D' AS dataset, 'f' AS file,
               'p' AS place, source_id, '' AS field, '1' AS delivered, '2' AS corrected,
               '李四' AS owner, '原报有误' AS reason, DATE'2026-02-01' AS reviewed_on,
               DATE'2027-02-01' AS expires_on
        FROM VALUES ('applied', 'book!表!B2'), ('pending', 'list!表!7'), ('applied', 'layer!L!3'),
                    ('applied', 'wide!表!5')
          AS c(state, source_id)
        """);

    assertThat(
            texts(
                city,
                """
                ('TJ21-A-01', 'population', 'silver.statistic', 'book!表!B2'),
                ('TJ21-A-01', 'water_use', 'silver.statistic', 'book!表!B3'),
                ('TJ21-A-04', 'water_use', 'silver.statistic', 'wide!表!5!water_use'),
                ('EL-36', 'entries', 'silver.register_entry', 'list!表'),
                ('TJ21-A-11', 'farmland', 'gold.land_area', 'layer!L')
                """))
        .filteredOn(text -> !text.endsWith("-"))
        .containsExactlyInAnyOrder(
            "TJ21-A-01 population CORRECTED",
            "TJ21-A-01 water_use RECALCULATED",
            "TJ21-A-04 water_use CORRECTED",
            "EL-36 entries RECALCULATED",
            "TJ21-A-11 farmland CORRECTED");
  }

  /** The population was added up from a layer, and comes from the yearbook now. */
  @Test
  void anInputThatIsReadFromFiguresNowHasNoOtherHistory() {
    MiniCity city = new MiniCity(folder);
    city.replace("ops.correction", noCorrection());
    city.replace(
        "gold.indicator_input", input("('TJ21-A-01', 'population', 'gold.land_area', 'layer!L')"));

    assertThat(texts(city, "('TJ21-A-01', 'population', 'silver.statistic', 'book!表!B2')"))
        .containsExactlyInAnyOrder("TJ21-A-01 population -", "TJ21-A-01 population RECALCULATED");
  }

  /** Each input is 1 in January and 2 since. */
  private static List<String> texts(MiniCity city, String inputs) {
    return new InputHistory(city.context())
            .of(
                SharedSpark.session().sql(input(inputs)),
                InputSpec.of(city.context().schemas().indicators()))
            .selectExpr("concat_ws(' ', indicator_code, input, coalesce(revision, '-'))")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
  }

  private static String noCorrection() {
    return "SELECT 'x' AS correction_file, 1 AS number, 'applied' AS state, 'D' AS dataset, 'f' AS"
        + " file, 'p' AS place, 'x' AS source_id, '' AS field, '' AS delivered, '' AS corrected,"
        + " '' AS owner, '' AS reason, DATE'2026-02-01' AS reviewed_on, DATE'2026-02-01' AS"
        + " expires_on";
  }

  private static String input(String inputs) {
    return """
        SELECT indicator_code, '152501' AS region_code, 2025 AS year, input, 2025 AS input_year,
               si_value, '1' AS si_unit, 'OK' AS value_status, source_table,
               array(source_id) AS source_ids, 1L AS source_rows, known_from, known_to
        FROM VALUES %s AS i(indicator_code, input, source_table, source_id)
        CROSS JOIN VALUES (1D, DATE'2026-01-01', DATE'2026-02-01'),
                          (2D, DATE'2026-02-01', CAST(NULL AS DATE))
          AS p(si_value, known_from, known_to)
        """
        .formatted(inputs);
  }
}
