package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Verdict.TargetRow;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

class VerdictPageTest {
  private static final int YEAR = 2025;
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Plan PLAN = SCHEMAS.plans().values().iterator().next();
  private static final Sentences SENTENCES = new Sentences(SCHEMAS.sentences(), Language.EN);
  private static final TargetTexts TARGETS = new TargetTexts(SCHEMAS, PLAN, SENTENCES);

  /** 1.30 of at most 1.3472: 3.5 % of the cap is left, whatever part of the growth that is. */
  @Test
  void theMarginIsTheOneThatWasJudged() {
    assertThat(target("EL-01").value()).isEqualTo(1.3);
    assertThat(target("EL-01").margin()).isEqualTo(0.035);
    assertThat(target("TJ21-A-11").margin()).isNull();
  }

  private static TargetRow target(String indicator) {
    String id = PLAN.targetOf(indicator).orElseThrow().id();
    return verdict().binding().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict() {
    return new VerdictPage(SCHEMAS, PLAN, YEAR, SENTENCES, TARGETS, VerdictPageTest::rows)
        .compose(
            IndicatorChapters.ofCity(SCHEMAS, PLAN, YEAR, SENTENCES, TARGETS, VerdictPageTest::rows)
                .dimensions(),
            List.of(),
            new ControlLines("", List.of(), List.of(), List.of(), "", List.of()));
  }

  private static List<GoldRow> rows(String sql) {
    if (sql.contains("gold.target_judgement")) {
      return List.of(
          new GoldRow(
              Map.of("target_id", PLAN.targetOf("EL-01").orElseThrow().id(), "margin", 0.035)));
    } else if (sql.contains("gold.indicator_value")) {
      return List.of(
          new GoldRow(
              Map.of(
                  "region_code",
                  PLAN.city().code(),
                  "indicator_code",
                  "EL-01",
                  "year",
                  YEAR,
                  "value",
                  1.3,
                  "level",
                  "green")));
    }
    return List.of();
  }
}
