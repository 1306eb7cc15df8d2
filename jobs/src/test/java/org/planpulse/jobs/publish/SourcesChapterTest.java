package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Sources;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

class SourcesChapterTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @Test
  void aFileOfSeveralYearsCountsOnce() {
    Sources sources =
        compose(
            delivery("2024", "yearbook.xlsx", 270),
            delivery("2025", "yearbook.xlsx", 270),
            delivery("2025", "supplement.xlsx", 30));

    assertThat(sources.deliveries())
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.files()).isEqualTo(2);
              assertThat(delivery.rowsIn()).isEqualTo(300);
              assertThat(delivery.rowsLoaded()).isEqualTo(296);
              assertThat(delivery.rowsQuarantined()).isEqualTo(4);
            });
    assertThat(sources.summary()).contains("300").doesNotContain("570");
  }

  private static Sources compose(GoldRow... deliveries) {
    Plan plan = SCHEMAS.plans().values().iterator().next();
    GoldReader gold = sql -> sql.contains("ops.delivery") ? List.of(deliveries) : List.of();
    return new SourcesChapter(SCHEMAS, plan, new Sentences(SCHEMAS.sentences(), Language.EN), gold)
        .compose(List.of());
  }

  private static GoldRow delivery(String period, String file, long rows) {
    Map<String, Object> row =
        new HashMap<>(
            Map.of(
                "dataset", "D10-01",
                "dataset_name", "年鉴",
                "dataset_name_en", "Yearbook",
                "department", SCHEMAS.departments().keySet().iterator().next(),
                "period", period,
                "state", "accepted",
                "file", file,
                "received_on", "2026-04-20"));
    row.put("rows_in", rows);
    row.put("rows_loaded", rows - 2);
    row.put("rows_quarantined", 2L);
    row.put("quality", 99L);
    return new GoldRow(row);
  }
}
