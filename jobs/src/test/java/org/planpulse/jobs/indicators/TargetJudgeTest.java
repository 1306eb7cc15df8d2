package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.statistics.DataFault;
import org.planpulse.jobs.statistics.TargetWarning.Reason;
import org.planpulse.jobs.statistics.WarningLevel;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** The targets of the approval against series reckoned by hand. */
class TargetJudgeTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Plan PLAN = SCHEMAS.plans().get("erenhot-2021-2035");
  private static final TargetFigures FIGURES =
      new TargetFigures(SCHEMAS, PLAN, new ConflictingValues(Map.of("EL-01", Set.of(2021))));

  @Test
  void quotaThatIsNotIssuedGivesNoLightAndSaysWhichItIs() {
    List<Judgement> judged = judge("TJ21-A-04", 2020, 0.10, 0.11);
    assertThat(judged).hasSize(2);
    assertThat(judged.get(1).warning().level()).isEqualTo(WarningLevel.INFO);
    assertThat(judged.get(1).warning().reason()).isEqualTo(Reason.AWAITED);
    assertThat(judged.get(1).targetValue()).isNull();
    assertThat(FIGURES.reason(judged.get(1), Language.ZH)).contains("锡林郭勒盟下达的用水总量控制指标");
    assertThat(judged.get(1).isWarning()).isFalse();
  }

  @Test
  void redLineWithinTheLastDigitOfItsClauseHolds() {
    // the clause is written to 1 km²: 1060.5 is not below 1061
    assertThat(judge("TJ21-A-13", 2025, 1060.5).get(0).warning().level())
        .isEqualTo(WarningLevel.GREEN);
    Judgement broken = judge("TJ21-A-13", 2025, 1060.4).get(0);
    assertThat(broken.warning().level()).isEqualTo(WarningLevel.RED);
    assertThat(FIGURES.by(broken, broken.verdict().sensitivity().better().orElseThrow()))
        .isEqualTo(0.1 / 10_000, within(1e-12));
  }

  @Test
  void floorBrokenOnceStaysRedUntilItIsBackByTheMargin() {
    // 0.1 % of 1061 is 1.061: 1061.2 is not enough, 1061.6 is
    List<Judgement> judged = judge("TJ21-A-13", 2020, 1062, 1060, 1061.2, 1061.6);
    assertThat(judged)
        .extracting(judgement -> judgement.warning().level())
        .containsExactly(
            WarningLevel.GREEN, WarningLevel.RED, WarningLevel.RED, WarningLevel.GREEN);
    assertThat(judged.get(2).warning().reason()).isEqualTo(Reason.HELD);
    assertThat(judged.get(2).verdict().ofValue()).isEqualTo(WarningLevel.GREEN);
  }

  /** 0.3472 of growth are allowed: 1.311 uses 0.896 of it, with the margin of 0.01 yellow's 0.9. */
  @Test
  void lightThatEasedByLessThanTheValueSaysSo() {
    Judgement eased = judge("EL-01", 2020, 1.335, 1.311).get(1);
    assertThat(eased.warning().level()).isEqualTo(WarningLevel.YELLOW);
    assertThat(eased.warning().reason()).isEqualTo(Reason.EASED);
    assertThat(FIGURES.reason(eased, Language.EN)).contains("a still better one");
    Judgement held = judge("EL-01", 2020, 1.314, 1.311).get(1);
    assertThat(FIGURES.reason(held, Language.EN)).contains("last year's stays");
  }

  /** Were 400 (10,000 mu) to be reached by 2035: 410 in the base year, 396 now. */
  @Test
  void targetMetInTheBaseYearAndLostSaysHowMuchIsWanting() {
    Judgement lost = judgeToBeReached(2020, 410, 396).get(1);
    assertThat(lost.warning().level()).isEqualTo(WarningLevel.BLUE);
    assertThat(FIGURES.reason(lost, Language.ZH)).startsWith("起始时已达目标，现与目标相差4.00");
  }

  /** 320 two years before the base year is no loss, and holds back nothing of what came later. */
  @Test
  void whatWasBeforeTheBaseYearOfATargetToBeKeptGivesNoLight() {
    List<Judgement> judged = judgeToBeReached(2018, 320, 399.9, 401, 396);
    assertThat(judged)
        .extracting(judgement -> judgement.warning().level())
        .containsExactly(
            WarningLevel.INFO, WarningLevel.INFO, WarningLevel.GREEN, WarningLevel.BLUE);
    assertThat(judged.get(2).warning().reason()).isEqualTo(Reason.MET);
    assertThat(FIGURES.reason(judged.get(0), Language.ZH)).isEqualTo("早于基期2020年，不判定。");
  }

  @Test
  void slipOfTheUnitIsMarkedBesideTheLight() {
    List<Judgement> judged = judge("TJ21-A-11", 2020, 0.1230, 0.1226, 0.1222, 1222);
    assertThat(judged.get(2).fault()).isEmpty();
    assertThat(judged.get(3).fault()).contains(DataFault.UNIT_SLIP);
    assertThat(judged.get(3).warning().level()).isEqualTo(WarningLevel.GREEN);
    assertThat(FIGURES.fault(judged.get(3))).isEqualTo("unit_slip");
  }

  @Test
  void valueOfSourcesThatDisagreeIsMarked() {
    List<Judgement> judged = judge("EL-01", 2020, 1.1, 1.2, 1.25);
    assertThat(judged.stream().map(FIGURES::fault)).containsExactly(null, "conflict", null);
  }

  /** As if the grassland of 400 (10,000 mu), a floor, were to be reached by 2035. */
  private static List<Judgement> judgeToBeReached(int from, double... values) {
    SortedMap<String, String> files = new TreeMap<>(SchemaFiles.packaged().contents());
    files.computeIfPresent(
        "plans/erenhot-2021-2035.yaml",
        (file, text) ->
            text.replace("rule: floor\n    value: 400", "rule: reach_up\n    value: 400"));
    Schemas schemas = Schemas.load(new SchemaFiles(files));
    return judge(schemas, schemas.plans().get(PLAN.id()), "SJ20-08", from, values);
  }

  private static List<Judgement> judge(String code, int from, double... values) {
    return judge(SCHEMAS, PLAN, code, from, values);
  }

  private static List<Judgement> judge(
      Schemas schemas, Plan plan, String code, int from, double... values) {
    Indicator indicator =
        schemas.indicators().stream().filter(i -> i.code().equals(code)).findFirst().orElseThrow();
    TreeMap<Integer, Double> series = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      series.put(from + i, values[i]);
    }
    return new TargetJudge(schemas, plan)
        .judge(indicator, plan.targetOf(code).orElseThrow(), series);
  }
}
