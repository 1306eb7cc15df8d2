package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

/** What chapters begin with where nothing could be checked or compared: no clean result. */
class ChapterLeadsTest {
  private static final int YEAR = 2025;
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Plan PLAN = SCHEMAS.plans().values().iterator().next();
  private static final Sentences SENTENCES = new Sentences(SCHEMAS.sentences(), Language.ZH);

  @Test
  void rulesThatWereNotCheckedAreNoCleanResult() {
    ControlLines lines = controlLines(List.of());
    assertThat(lines.violations()).isEmpty();
    assertThat(lines.summary()).contains("本年度未核查控制线规则").doesNotContain("未发现问题");
  }

  @Test
  void someRulesThatWereNotCheckedAreTold() {
    ControlLines lines = controlLines(List.of(checked("LR-01")));
    assertThat(lines.violations()).hasSize(1);
    assertThat(lines.summary()).contains("规则检查未发现问题。", "另有规则未核查");
  }

  @Test
  void allRulesCheckedWithoutFindingAreClean() {
    ControlLines lines =
        controlLines(SCHEMAS.lineRules().keySet().stream().map(ChapterLeadsTest::checked).toList());
    assertThat(lines.summary()).endsWith("规则检查未发现问题。");
  }

  private static ControlLines controlLines(List<GoldRow> ledger) {
    GoldReader gold = sql -> sql.contains("gold.line_rule_ledger") ? ledger : List.of();
    return new ControlLineChapter(
            SCHEMAS, PLAN, YEAR, SENTENCES, new TargetTexts(SCHEMAS, PLAN, SENTENCES), gold)
        .compose(List.of());
  }

  private static GoldRow checked(String rule) {
    return row("rule_id", rule);
  }

  @Test
  void landOfOneYearOnlyIsNotLandWithoutChange() {
    assertThat(landSummary(List.of())).contains("土地总面积").doesNotContain("地类发生变化");
  }

  @Test
  void landOfTwoYearsIsCompared() {
    GoldRow stayed = row("from_dlbm", "0401", "to_dlbm", "0401", "area_m2", 2_000_000.0);
    GoldRow moved = row("from_dlbm", "0401", "to_dlbm", "0601", "area_m2", 20_000.0);
    assertThat(landSummary(List.of(stayed))).endsWith("0.0公顷土地的地类发生变化。");
    assertThat(landSummary(List.of(stayed, moved))).endsWith("2.0公顷土地的地类发生变化。");
  }

  @Test
  void aYearWithoutParcelsHasNoAreaOfZero() {
    GoldReader gold = sql -> List.of();
    assertThat(new LandUseChapter(SCHEMAS, PLAN, YEAR, SENTENCES, gold).compose(null).summary())
        .isEqualTo("没有2025年的地类图斑。");
  }

  private static String landSummary(List<GoldRow> transitions) {
    GoldRow grass =
        row(
            "region_code",
            PLAN.city().code(),
            "year",
            YEAR,
            "dlbm",
            "0401",
            "area_m2",
            2_020_000.0);
    GoldReader gold =
        sql ->
            sql.contains("gold.land_transition")
                ? transitions
                : sql.contains("gold.land_area") ? List.of(grass) : List.of();
    return new LandUseChapter(SCHEMAS, PLAN, YEAR, SENTENCES, gold).compose(null).summary();
  }

  private static GoldRow row(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
        .forEach(i -> values.put((String) pairs[i], pairs[i + 1]));
    return new GoldRow(values);
  }
}
