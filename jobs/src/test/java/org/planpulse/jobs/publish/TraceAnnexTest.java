package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.reports.model.Trace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;

class TraceAnnexTest {
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  /** The part that prints it joins figure and formula with an equals sign. */
  @Test
  void aFormulaHasNoEqualsSignOfItsOwn() {
    Indicator indicator =
        SCHEMAS.indicators().stream().filter(Indicator::computed).findFirst().orElseThrow();
    Trace trace =
        new TraceAnnex(SCHEMAS, null, null)
            .trace(
                indicator,
                figure(indicator),
                List.of(),
                new Sentences(SCHEMAS.sentences(), Language.ZH));
    assertThat(trace.figure()).startsWith(indicator.code());
    assertThat(trace.formula()).isNotBlank().doesNotContain("=");
  }

  private static Figure figure(Indicator indicator) {
    return new Figure(
        indicator.code(),
        "152501",
        2025,
        1.0,
        indicator.unit(),
        "ok",
        null,
        "info",
        "",
        LocalDate.of(2026, 5, 12),
        "run",
        List.of());
  }
}
