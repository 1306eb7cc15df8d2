package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** Cells received in March 2026 as 34, and what was made of them. */
class SourceReaderTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final String LIST = "D10-02";

  @TempDir Path folder;

  @Test
  void aCorrectedCellIsOneThingBeforeTheReviewAndAnotherSince() {
    write(
        "(34D, 'key!表!B2', '2026-03-01', '2026-05-01'), (38D, 'key!表!B2', '2026-05-01', NULL)",
        "('applied', '李四', 'key!表!B2', '', '2026-05-01', '2027-01-01')");

    assertThat(told("key!表!B2", "2026-03-01", "2026-05-01"))
        .containsExactly(tuple("34", 34.0, ""), tuple("34", 38.0, "李四 2026-05-01: 原报有误"));
  }

  @Test
  void whoAnsweredForACorrectionThatIsOverIsToldOfItsTime() {
    write(
        """
        (34D, 'key!表!B2', '2026-03-01', '2026-05-01'),
        (38D, 'key!表!B2', '2026-05-01', '2026-07-01'), (34D, 'key!表!B2', '2026-07-01', NULL)
        """,
        "('expired', '李四', 'key!表!B2', '', '2026-05-01', '2026-06-30')");

    assertThat(told("key!表!B2", "2026-03-01", "2026-05-01", "2026-07-01"))
        .containsExactly(
            tuple("34", 34.0, ""), tuple("34", 38.0, "李四 2026-05-01: 原报有误"), tuple("34", 34.0, ""));
  }

  /** The first is over after June: until then neither counts beside the other. */
  @Test
  void whileTwoCorrectionsHoldNobodyAnswersForTheDeliveredValue() {
    write(
        """
        (38D, 'key!表!B2', '2026-03-01', '2026-04-01'),
        (34D, 'key!表!B2', '2026-04-01', '2026-07-01'), (39D, 'key!表!B2', '2026-07-01', NULL)
        """,
        """
        ('expired', '李四', 'key!表!B2', '', '2026-03-01', '2026-06-30'),
        ('applied', '王五', 'key!表!B2', '', '2026-04-01', '2027-01-01')
        """);

    assertThat(told("key!表!B2", "2026-03-01", "2026-04-01", "2026-07-01"))
        .containsExactly(
            tuple("34", 38.0, "李四 2026-03-01: 原报有误"),
            tuple("34", 34.0, ""),
            tuple("34", 39.0, "王五 2026-04-01: 原报有误"));
  }

  @Test
  void ofALineTheCorrectionOfTheFigureOrItsKeysIsToldAndNotThatOfAnotherFigure() {
    write(
        """
        (38D, 'key!表!7!population_urban_survey', '2026-05-01', NULL),
        (20D, 'key!表!7!population_rural_survey', '2026-03-01', NULL),
        (20D, 'key!表!8!population_rural_survey', '2026-05-01', NULL)
        """,
        """
        ('applied', '李四', 'key!表!7', '城镇 人口', '2026-02-01', '2027-01-01'),
        ('applied', '王五', 'key!表!8', '地区', '2026-05-01', '2027-01-01')
        """);

    assertThat(told("key!表!7!population_urban_survey", "2026-05-01"))
        .containsExactly(tuple("", 38.0, "李四 2026-02-01: 原报有误"));
    assertThat(told("key!表!7!population_rural_survey", "2026-03-01"))
        .containsExactly(tuple("", 20.0, ""));
    assertThat(told("key!表!8!population_rural_survey", "2026-05-01"))
        .containsExactly(tuple("", 20.0, "王五 2026-05-01: 原报有误"));
  }

  /** Text, value and correction of the cell as known since each of the days. */
  private List<Tuple> told(String id, String... days) {
    List<Figure.Input> inputs =
        Stream.of(days).map(day -> input(new SourceId(id), LocalDate.parse(day))).toList();
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(folder.resolve("warehouse")))) {
      InputSources sources = new SourceReader(session, SCHEMAS).read(inputs);
      return inputs.stream()
          .map(input -> (Source.Cell) sources.of(input).get(0))
          .map(cell -> tuple(cell.text(), cell.value(), cell.correction()))
          .toList();
    }
  }

  private static Figure.Input input(SourceId id, LocalDate knownFrom) {
    return new Figure.Input(
        "people", 2025, 34.0, "1", "OK", "silver.statistic", 1L, List.of(id), knownFrom);
  }

  private void write(String figures, String corrections) {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "silver.statistic",
        """
        SELECT '152501' AS region_code, 'people' AS item_code, 2025 AS year, value, '1' AS unit,
               value AS si_value, '1' AS si_unit, 'OK' AS value_status, '%s' AS dataset,
               source_id, CAST(known_from AS DATE) AS known_from, CAST(known_to AS DATE) AS known_to
        FROM VALUES %s AS v(value, source_id, known_from, known_to)
        """
            .formatted(LIST, figures));
    city.replace(
        "bronze.cell",
        "SELECT 'D01' AS dataset, 'key' AS source_key, '表' AS sheet, 'B2' AS cell, '34' AS raw");
    city.replace(
        "bronze.source_file",
        """
        SELECT 'key' AS source_key, 'sha' AS sha256, 'a.xlsx' AS file, 1L AS bytes,
               DATE'2026-03-01' AS received_on, 1L AS rows_in, 1L AS rows_loaded,
               0L AS rows_quarantined
        """);
    city.replace(
        "ops.data_issue",
        """
        SELECT 'i' AS issue_id, 'c' AS code, 'info' AS severity, 'conform' AS stage,
               DATE'2026-03-01' AS first_seen, 'r' AS run_id
        """);
    city.replace(
        "ops.correction",
        """
        SELECT 'a.yaml' AS correction_file, 1 AS number, state, '%s' AS dataset,
               'a.xlsx' AS file, '' AS place, source_id, field, '34' AS delivered,
               '38' AS corrected, owner, '原报有误' AS reason,
               CAST(reviewed AS DATE) AS reviewed_on, CAST(expires AS DATE) AS expires_on
        FROM VALUES %s AS c(state, owner, source_id, field, reviewed, expires)
        """
            .formatted(LIST, corrections));
  }
}
