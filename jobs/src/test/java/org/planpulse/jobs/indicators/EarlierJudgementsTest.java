package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** Farmland, at least 0.1191 (10,000 mu): of 2025 it was 0.1180 first and 0.1200 once corrected. */
class EarlierJudgementsTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @Test
  void aWarningThatACorrectedValueTookBackWasIssuedAllTheSame() {
    List<Row> rows =
        List.of(
            row(2024, 0.1195, "2025-03-01", null),
            row(2025, 0.1180, "2026-03-01", "2026-05-01"),
            row(2025, 0.1200, "2026-05-01", null));

    assertThat(
            new EarlierJudgements(SCHEMAS, SCHEMAS.plans().get("erenhot-2021-2035"))
                .warnings(KnownSeries.of(rows)))
        .containsExactly("T-01-2025");
  }

  private static Row row(int year, double value, String from, String to) {
    return RowFactory.create(
        "TJ21-A-11", year, value, Date.valueOf(from), to == null ? null : Date.valueOf(to));
  }
}
