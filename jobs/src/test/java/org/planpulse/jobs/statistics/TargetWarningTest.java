package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.schemas.plan.Plan.Rule.CAP_RATIO;
import static org.planpulse.schemas.plan.Plan.Rule.CEILING;
import static org.planpulse.schemas.plan.Plan.Rule.FLOOR;
import static org.planpulse.schemas.plan.Plan.Rule.INFO;
import static org.planpulse.schemas.plan.Plan.Rule.REACH_UP;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.statistics.TargetWarning.Reason;
import org.planpulse.schemas.codelist.CarryingRules;
import org.planpulse.schemas.codelist.WarningRules;
import org.planpulse.schemas.plan.Plan.Rule;

class TargetWarningTest {

  private static final WarningRules RULES =
      new WarningRules(
          Map.of("blue", -0.05, "yellow", -0.10, "orange", -0.20),
          Map.of("yellow", 0.90, "orange", 0.95),
          3,
          Map.of(),
          new WarningRules.Faults(4, 6, 0.2, List.of(), 1),
          new CarryingRules(2, List.of(), List.of()));
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  /** From 0 in 2020 to 100 in 2040: halfway in 2030, so the value less 50 is the lag in points. */
  @ParameterizedTest
  @CsvSource({
    "60, GREEN, ON_COURSE",
    "45, GREEN, ON_COURSE",
    "44.9, BLUE, BEHIND",
    "40, BLUE, BEHIND",
    "39.9, YELLOW, BEHIND",
    "30, YELLOW, BEHIND",
    "29.9, ORANGE, BEHIND",
    "-80, ORANGE, BEHIND",
    "100, GREEN, MET",
  })
  void lagDecidesOnTheWay(double value, WarningLevel level, Reason reason) {
    TargetTerms terms =
        new TargetTerms(
            REACH_UP, 100, 0.01, OptionalDouble.of(0), 2020, 2040, false, new TreeMap<>());
    TargetWarning warning = TargetWarning.judge(terms, 2030, value, UNKNOWN, RULES);
    assertThat(warning.level()).isEqualTo(level);
    assertThat(warning.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1079, GREEN, MET",
    "1080, YELLOW, NEARLY_USED",
    "1139, YELLOW, NEARLY_USED",
    "1140, ORANGE, NEARLY_USED",
    "1200, ORANGE, NEARLY_USED",
    "1201, RED, BROKEN",
  })
  void useDecidesBelowACeiling(double value, WarningLevel level, Reason reason) {
    TargetWarning warning = judge(CEILING, 1200, UNKNOWN, value, UNKNOWN);
    assertThat(warning.level()).isEqualTo(level);
    assertThat(warning.reason()).isEqualTo(reason);
  }

  @Test
  void useOfTheGrowthDecidesBelowACap() {
    // room 10: 9 used is 90 %
    OptionalDouble base = OptionalDouble.of(100);
    assertThat(judge(CAP_RATIO, 1.1, base, 108.9, UNKNOWN).level()).isEqualTo(WarningLevel.GREEN);
    assertThat(judge(CAP_RATIO, 1.1, base, 109, UNKNOWN).level()).isEqualTo(WarningLevel.YELLOW);
    assertThat(judge(CAP_RATIO, 1.1, base, 109.5, UNKNOWN).level()).isEqualTo(WarningLevel.ORANGE);
    assertThat(judge(CAP_RATIO, 1.1, base, 170, UNKNOWN).level()).isEqualTo(WarningLevel.RED);
    assertThat(judge(CAP_RATIO, 1.1, UNKNOWN, 170, UNKNOWN).reason()).isEqualTo(Reason.NO_BASE);
  }

  @Test
  void bindingFloorThatFallsTowardsABreakIsRaisedOneLevel() {
    // 1200 − 4 a year: 1196, 1192, 1188 < 1190.5
    TargetWarning warning = judge(FLOOR, 1191, UNKNOWN, 1200, OptionalDouble.of(-4));
    assertThat(warning.level()).isEqualTo(WarningLevel.BLUE);
    assertThat(warning.reason()).isEqualTo(Reason.FALLING);
    assertThat(warning.parameters())
        .containsEntry("breach_year", 2028.0)
        .containsEntry("slope", -4.0);
  }

  @Test
  void floorIsNotRaisedIfTheBreakIsFarOrTheFloorNotBindingOrNothingFalls() {
    assertThat(judge(FLOOR, 1191, UNKNOWN, 1200, OptionalDouble.of(-3)).reason())
        .isEqualTo(Reason.MET);
    assertThat(judge(FLOOR, 1191, UNKNOWN, 1191, OptionalDouble.of(0)).reason())
        .isEqualTo(Reason.MET);
    assertThat(judge(FLOOR, 1191, UNKNOWN, 1191, UNKNOWN).reason()).isEqualTo(Reason.MET);
    TargetTerms expected =
        new TargetTerms(FLOOR, 1191, 1, UNKNOWN, 2020, 2035, false, new TreeMap<>());
    assertThat(TargetWarning.judge(expected, 2025, 1192, OptionalDouble.of(-50), RULES).level())
        .isEqualTo(WarningLevel.GREEN);
  }

  @Test
  void brokenFloorIsRedWhateverItsTrend() {
    TargetWarning warning = judge(FLOOR, 1191, UNKNOWN, 1187, OptionalDouble.of(-8));
    assertThat(warning.level()).isEqualTo(WarningLevel.RED);
    assertThat(warning.reason()).isEqualTo(Reason.BROKEN);
    assertThat(warning.parameters()).containsOnlyKeys("value", "target", "margin");
  }

  @Test
  void targetMissedInItsYearIsRed() {
    TargetTerms terms =
        new TargetTerms(REACH_UP, 100, 1, OptionalDouble.of(0), 2020, 2025, false, new TreeMap<>());
    TargetWarning warning = TargetWarning.judge(terms, 2025, 98, UNKNOWN, RULES);
    assertThat(warning.level()).isEqualTo(WarningLevel.RED);
    assertThat(warning.reason()).isEqualTo(Reason.MISSED);
  }

  @Test
  void informationHasNoLight() {
    TargetWarning warning = judge(INFO, 0, UNKNOWN, 5, OptionalDouble.of(-5));
    assertThat(warning.level()).isEqualTo(WarningLevel.INFO);
    assertThat(warning.reason()).isEqualTo(Reason.INFORMATION);
  }

  private static TargetWarning judge(
      Rule rule, double target, OptionalDouble base, double value, OptionalDouble slope) {
    double precision = rule == CAP_RATIO ? 0.0001 : 1;
    TargetTerms terms =
        new TargetTerms(rule, target, precision, base, 2020, 2035, true, new TreeMap<>());
    return TargetWarning.judge(terms, 2025, value, slope, RULES);
  }
}
