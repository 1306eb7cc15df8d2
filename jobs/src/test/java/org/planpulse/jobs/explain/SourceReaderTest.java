package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** A cell received in March as 34 and corrected to 38 in May. */
class SourceReaderTest {

  private static final SourceId CELL = new SourceId("key!表!B2");
  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 1);
  private static final LocalDate REVIEWED = LocalDate.of(2026, 5, 1);

  @TempDir Path folder;

  @Test
  void aCorrectedCellIsOneThingBeforeTheReviewAndAnotherSince() {
    write();
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(folder.resolve("warehouse")))) {
      Figure.Input before = input(34, RECEIVED);
      Figure.Input since = input(38, REVIEWED);
      InputSources sources =
          new SourceReader(session, Schemas.load(SchemaFiles.packaged()).units())
              .read(List.of(before, since));

      assertThat(List.of(sources.of(before), sources.of(since)))
          .allMatch(found -> found.size() == 1)
          .extracting(found -> (Source.Cell) found.get(0))
          .extracting(Source.Cell::text, Source.Cell::value, Source.Cell::correction)
          .containsExactly(tuple("34", 34.0, ""), tuple("34", 38.0, "李四 2026-05-01: 原报有误"));
    }
  }

  private static Figure.Input input(double value, LocalDate knownFrom) {
    return new Figure.Input(
        "people", 2025, value, "1", "OK", "silver.statistic", 1L, List.of(CELL), knownFrom);
  }

  private void write() {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "silver.statistic",
        """
        SELECT '152501' AS region_code, 'people' AS item_code, 2025 AS year, value, '1' AS unit,
               value AS si_value, '1' AS si_unit, 'OK' AS value_status, 'D01' AS dataset,
               'key!表!B2' AS source_id, known_from, known_to
        FROM VALUES (38D, DATE'2026-05-01', CAST(NULL AS DATE)),
                    (34D, DATE'2026-03-01', DATE'2026-05-01') AS v(value, known_from, known_to)
        """);
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
        SELECT 'a.yaml' AS correction_file, 1 AS number, 'applied' AS state, 'D01' AS dataset,
               'a.xlsx' AS file, '表!B2' AS place, 'key!表!B2' AS source_id, '' AS field,
               '34' AS delivered, '38' AS corrected, '李四' AS owner, '原报有误' AS reason,
               DATE'2026-05-01' AS reviewed_on, DATE'2027-01-01' AS expires_on
        """);
  }
}
