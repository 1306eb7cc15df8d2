package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.model.Errata;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;

/** Figures of 2025 as printed on 1 June 2026 and as known now. */
class ErrataPageTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  private DuckGold gold;

  @BeforeEach
  void write() throws SQLException {
    gold =
        new DuckGold(
            """
          CREATE SCHEMA gold; CREATE SCHEMA bronze;
          CREATE TABLE bronze.source_file (source_key VARCHAR, file VARCHAR);
          CREATE TABLE gold.indicator_input (
            indicator_code VARCHAR, region_code VARCHAR, year INT, source_ids VARCHAR[],
            known_from DATE, known_to DATE);
          CREATE TABLE gold.indicator_value AS
          SELECT *, '152501' AS region_code, 2025 AS year FROM (VALUES
            ('TJ21-A-01', 5::DOUBLE, NULL, DATE '2026-01-01', DATE '2026-07-01'),
            ('TJ21-A-01', NULL, 'WITHDRAWN', DATE '2026-07-01', NULL),
            ('TJ21-A-11', 7, NULL, DATE '2026-01-01', DATE '2026-07-01'),
            ('TJ21-A-04', 8, NULL, DATE '2026-01-01', NULL),
            ('EL-01', NULL, NULL, DATE '2026-01-01', DATE '2026-07-01'),
            ('EL-01', 3, 'LATE', DATE '2026-07-01', NULL),
            ('gone', 4, NULL, DATE '2026-01-01', DATE '2026-07-01'),
            ('EL-02', NULL, NULL, DATE '2026-01-01', DATE '2026-07-01')
          ) AS v(indicator_code, value, revision, known_from, known_to)
          """);
  }

  @AfterEach
  void close() throws SQLException {
    gold.close();
  }

  /** One whose missing value is told, and one of which nothing is told any more. */
  @Test
  void aFigureThatWasPrintedAndIsGoneIsListedAsWithdrawn() {
    Errata errata = page().since(LocalDate.of(2026, 6, 1)).orElseThrow();

    assertThat(errata.rows())
        .extracting(Errata.Row::code, Errata.Row::before, Errata.Row::after, Errata.Row::reason)
        .containsExactly(
            tuple("TJ21-A-01", 5.0, null, "data withdrawn"),
            tuple("TJ21-A-11", 7.0, null, "data withdrawn"));
    assertThat(errata.summary()).contains("corrected 2").contains("since 1");
  }

  private ErrataPage page() {
    return new ErrataPage(
        SCHEMAS,
        SCHEMAS.plans().get("erenhot-2021-2035"),
        2025,
        new Sentences(SCHEMAS.sentences(), Language.EN),
        gold);
  }
}
