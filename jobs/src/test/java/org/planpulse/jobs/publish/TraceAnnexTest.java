package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.explain.Explanation;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.jobs.warehouse.WarehouseLayout;
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

  @TempDir Path folder;

  /** The part that prints it joins figure and formula with an equals sign. */
  @Test
  void aFormulaHasNoEqualsSignOfItsOwn() {
    Indicator indicator =
        SCHEMAS.indicators().stream().filter(Indicator::computed).findFirst().orElseThrow();
    Trace trace = trace(indicator);
    assertThat(trace.code()).isEqualTo(indicator.code());
    assertThat(trace.figure()).startsWith(indicator.name().zh());
    assertThat(trace.formula()).isNotBlank().doesNotContain("=");
  }

  /** Formulas count in SI units; what stands on both sides of the sign must be equal. */
  @Test
  void theFormulaLeadsToTheUnitOfTheFigure() {
    Indicator share =
        SCHEMAS.indicators().stream()
            .filter(
                indicator ->
                    indicator.computed()
                        && indicator.unit().equals("%")
                        && indicator.inputs().size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(trace(share).formula()).endsWith(" × 100");
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

  /** Until the indicators are computed again, the tables still hold its figures. */
  @Test
  void anIndicatorThatIsNotInTheCatalogueAnyMoreIsLeftOut() {
    MiniCity city = new MiniCity(folder);
    city.replace(
        "gold.indicator_value",
        """
        SELECT code AS indicator_code, 'LOCAL' AS standard_id, '152501' AS region_code,
               2025 AS year, 1D AS value, '%' AS unit, 'OK' AS value_status, 'info' AS level,
               'r' AS run_id, DATE'2026-01-01' AS known_from
        FROM VALUES ('EL-04'), ('EL-99') AS v(code)
        """);
    city.replace(
        "gold.indicator_input",
        """
        SELECT code AS indicator_code, '152501' AS region_code, 2025 AS year, 'x' AS input,
               1D AS si_value, 'm2' AS si_unit, 'OK' AS value_status,
               'gold.land_area' AS source_table, CAST(array() AS ARRAY<STRING>) AS source_ids,
               DATE'2026-01-01' AS known_from
        FROM VALUES ('EL-99') AS v(code)
        """);
    Schemas schemas = city.context().schemas();
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(folder.resolve("warehouse")))) {
      assertThat(
              new TraceAnnex(schemas, city.context().plan(), session)
                  .compose(2025, new Sentences(schemas.sentences(), Language.EN)))
          .extracting(Trace::code)
          .containsExactly("EL-04");
    }
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
