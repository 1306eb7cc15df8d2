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
        ReviewedPlaces.of(
            """
            ('applied', 'book!表!B2', '2026-02-01'), ('pending', 'list!表!7', '2026-02-01'),
            ('applied', 'layer!L!3', '2026-02-01'), ('applied', 'wide!表!5', '2026-02-01')
            """));

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

  /** Reviewed on 1 February, over after 30 June: there and back it is the correction. */
  @Test
  void whatIsOverOrInConflictWasCorrectedThereAndBack() {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "ops.correction",
        ReviewedPlaces.of(
            """
            ('expired', 'book!表!B2', '2026-02-01'), ('expired', 'layer!L!3', '2026-02-01'),
            ('conflicting', 'book!表!B3', '2026-02-01'),
            ('conflicting', 'book!表!B3', '2026-04-01'), ('applied', 'book!表!B4', '2026-02-01'),
            ('applied', 'book!表!B6', '2026-02-01')
            """));

    assertThat(
            periods(
                city,
                """
                ('over', 'silver.statistic', 'book!表!B2', 1D, '2026-01-01', '2026-02-01'),
                ('over', 'silver.statistic', 'book!表!B2', 2D, '2026-02-01', '2026-07-01'),
                ('over', 'silver.statistic', 'book!表!B2', 1D, '2026-07-01', NULL),
                ('layer', 'gold.land_area', 'layer!L', 1D, '2026-01-01', '2026-02-20'),
                ('layer', 'gold.land_area', 'layer!L', 2D, '2026-02-20', '2026-07-20'),
                ('layer', 'gold.land_area', 'layer!L', 1D, '2026-07-20', '2026-08-01'),
                ('layer', 'gold.land_area', 'layer!L', 3D, '2026-08-01', NULL),
                ('conflict', 'silver.statistic', 'book!表!B3', 1D, '2026-01-01', '2026-02-01'),
                ('conflict', 'silver.statistic', 'book!表!B3', 2D, '2026-02-01', '2026-04-01'),
                ('conflict', 'silver.statistic', 'book!表!B3', 1D, '2026-04-01', NULL),
                ('other', 'silver.statistic', 'book!表!B4', 1D, '2026-01-01', '2026-02-01'),
                ('other', 'silver.statistic', 'book!表!B5', 2D, '2026-02-01', '2026-04-01'),
                ('other', 'silver.statistic', 'new!表!B5', 3D, '2026-04-01', NULL),
                ('later', 'silver.statistic', 'book!表!B6', 2D, '2026-02-01', '2026-04-01'),
                ('later', 'silver.statistic', 'book!表!B6', 3D, '2026-04-01', NULL)
                """))
        .containsExactlyInAnyOrder(
            "over 2026-01-01 -",
            "over 2026-02-01 CORRECTED",
            "over 2026-07-01 CORRECTED",
            "layer 2026-01-01 -",
            "layer 2026-02-20 CORRECTED",
            "layer 2026-07-20 CORRECTED",
            "layer 2026-08-01 RECALCULATED",
            "conflict 2026-01-01 -",
            "conflict 2026-02-01 CORRECTED",
            "conflict 2026-04-01 CORRECTED",
            "other 2026-01-01 -",
            "other 2026-02-01 CORRECTED",
            "other 2026-04-01 REVISED",
            "later 2026-02-01 -",
            "later 2026-04-01 RECALCULATED");
  }

  /** The population was added up from a layer, and comes from the yearbook now. */
  @Test
  void anInputThatIsReadFromFiguresNowHasNoOtherHistory() {
    MiniCity city = new MiniCity(folder);
    city.replace("ops.correction", ReviewedPlaces.of("('applied', 'x', '2026-02-01')"));
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

  private static List<String> periods(MiniCity city, String periods) {
    String rows =
        """
        SELECT 'TJ21-A-01' AS indicator_code, '152501' AS region_code, 2025 AS year, input,
               2025 AS input_year, si_value, '1' AS si_unit, 'OK' AS value_status, source_table,
               array(source_id) AS source_ids, 1L AS source_rows,
               CAST(known_from AS DATE) AS known_from, CAST(known_to AS DATE) AS known_to
        FROM VALUES %s AS i(input, source_table, source_id, si_value, known_from, known_to)
        """
            .formatted(periods);
    return new InputHistory(city.context())
            .of(
                SharedSpark.session().sql(rows),
                InputSpec.of(city.context().schemas().indicators()))
            .selectExpr("concat_ws(' ', input, known_from, coalesce(revision, '-'))")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
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
