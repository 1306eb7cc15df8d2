package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.explain.Explanation;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.reports.model.Trace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;

class TraceAnnexTest {
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  private static final LocalDate HANDED_OVER = LocalDate.of(2026, 5, 12);

  /** The part that prints it joins figure and formula with an equals sign. */
  @Test
  void aFormulaHasNoEqualsSignOfItsOwn() {
    Indicator indicator =
        SCHEMAS.indicators().stream().filter(Indicator::computed).findFirst().orElseThrow();
    Trace trace = trace(indicator);
    assertThat(trace.figure()).startsWith(indicator.code());
    assertThat(trace.formula()).isNotBlank().doesNotContain("=");
  }

  @Test
  void aRatioHasNoDashForItsUnit() {
    Indicator ratio =
        SCHEMAS.indicators().stream()
            .filter(indicator -> indicator.computed() && indicator.unit().equals("1"))
            .findFirst()
            .orElseThrow();
    assertThat(trace(ratio).figure()).endsWith("  1.000");
    assertThat(trace(ratio).inputs())
        .extracting(Trace.Input::amount)
        .containsExactly("0.5", "2 m²");
  }

  private static Trace trace(Indicator indicator) {
    List<Explanation.Input> inputs = List.of(input("a", 0.5, "1"), input("b", 2.0, "m2"));
    return new TraceAnnex(SCHEMAS, null, null)
        .trace(
            indicator, figure(indicator), inputs, new Sentences(SCHEMAS.sentences(), Language.ZH));
  }

  private static Explanation.Input input(String name, double value, String unit) {
    return new Explanation.Input(
        new Figure.Input(
            name, 2025, value, unit, "ok", "silver.statistic", null, List.of(), HANDED_OVER),
        new LocalText(name, name),
        List.of());
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
        HANDED_OVER,
        "run",
        List.of());
  }
}
