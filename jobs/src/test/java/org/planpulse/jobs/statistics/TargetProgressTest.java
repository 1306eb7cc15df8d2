package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.schemas.plan.Plan.Rule.CAP_RATIO;
import static org.planpulse.schemas.plan.Plan.Rule.CEILING;
import static org.planpulse.schemas.plan.Plan.Rule.FLOOR;
import static org.planpulse.schemas.plan.Plan.Rule.INFO;
import static org.planpulse.schemas.plan.Plan.Rule.REACH_DOWN;
import static org.planpulse.schemas.plan.Plan.Rule.REACH_UP;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.statistics.TargetProgress.State;
import org.planpulse.schemas.plan.Plan.Rule;

class TargetProgressTest {

  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void floorHasAMargin() {
    TargetProgress progress = TargetProgress.of(terms(FLOOR, 1191, 1, UNKNOWN), 2025, 1187);
    assertThat(progress.state()).isEqualTo(State.BROKEN);
    assertThat(progress.margin().orElseThrow()).isEqualTo(-4 / 1191.0, within(1e-12));
    assertThat(progress.use()).isEmpty();
    assertThat(progress.lag()).isEmpty();
  }

  @Test
  void comparisonIsNotStricterThanHalfTheLastDigitWritten() {
    TargetTerms floor = terms(FLOOR, 1191, 1, UNKNOWN);
    assertThat(TargetProgress.of(floor, 2025, 1190.5).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(floor, 2025, 1190.49).state()).isEqualTo(State.BROKEN);
    TargetTerms ceiling = terms(CEILING, 0.3, 0.1, UNKNOWN);
    assertThat(TargetProgress.of(ceiling, 2025, 0.35).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(ceiling, 2025, 0.351).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void ceilingIsUsed() {
    TargetProgress progress = TargetProgress.of(terms(CEILING, 1200, 1, UNKNOWN), 2025, 1098);
    assertThat(progress.state()).isEqualTo(State.MET);
    assertThat(progress.use().orElseThrow()).isEqualTo(0.915, within(1e-12));
    assertThat(progress.margin().orElseThrow()).isEqualTo(0.085, within(1e-12));
  }

  @Test
  void capMeasuresGrowthAgainstTheGrowthAllowed() {
    // 38 km² in the base year, at most 1.3472 times as much: room 13.1936 km², used 9.5
    TargetTerms cap = terms(CAP_RATIO, 1.3472, 0.0001, OptionalDouble.of(38));
    TargetProgress progress = TargetProgress.of(cap, 2025, 47.5);
    assertThat(progress.state()).isEqualTo(State.MET);
    assertThat(progress.use().orElseThrow()).isEqualTo(9.5 / 13.1936, within(1e-12));
    assertThat(TargetProgress.of(cap, 2025, 38 * 1.3472).use().orElseThrow())
        .isEqualTo(1, within(1e-12));
    assertThat(TargetProgress.of(cap, 2025, 38 * 1.34725).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(cap, 2025, 38 * 1.3473).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void capOfARatioHasTheBaseOne() {
    TargetProgress progress =
        TargetProgress.of(terms(CAP_RATIO, 1.3472, 0.0001, OptionalDouble.of(1)), 2025, 1.3391);
    assertThat(progress.use().orElseThrow()).isEqualTo(0.3391 / 0.3472, within(1e-9));
  }

  @Test
  void capWithoutBaseIsNotJudged() {
    assertThat(TargetProgress.of(terms(CAP_RATIO, 1.3, 0.1, UNKNOWN), 2025, 5).state())
        .isEqualTo(State.NOT_JUDGED);
  }

  @Test
  void wayToATargetIsComparedWithTheTimePassed() {
    // from 40 in 2020 to 70 in 2035; after 5 of 15 years 50 is expected, 46 is reached
    TargetProgress progress =
        TargetProgress.of(terms(REACH_UP, 70, 1, OptionalDouble.of(40)), 2025, 46);
    assertThat(progress.state()).isEqualTo(State.UNDER_WAY);
    assertThat(progress.expected().orElseThrow()).isEqualTo(50, within(1e-12));
    assertThat(progress.progress().orElseThrow()).isEqualTo(0.2, within(1e-12));
    assertThat(progress.lag().orElseThrow()).isEqualTo(0.2 - 1 / 3.0, within(1e-12));
  }

  @Test
  void wayDownIsMeasuredAlike() {
    TargetProgress progress =
        TargetProgress.of(terms(REACH_DOWN, 100, 1, OptionalDouble.of(160)), 2025, 130);
    assertThat(progress.progress().orElseThrow()).isEqualTo(0.5, within(1e-12));
    assertThat(progress.lag().orElseThrow()).isEqualTo(1 / 6.0, within(1e-12));
    assertThat(
            TargetProgress.of(terms(REACH_DOWN, 100, 1, OptionalDouble.of(160)), 2025, 99).state())
        .isEqualTo(State.MET);
  }

  @Test
  void missedYearOfATargetIsABreak() {
    TargetTerms terms = terms(REACH_UP, 70, 1, OptionalDouble.of(40));
    assertThat(TargetProgress.of(terms, 2035, 69).state()).isEqualTo(State.BROKEN);
    assertThat(TargetProgress.of(terms, 2036, 69.5).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(terms, 2040, 55).expected().orElseThrow()).isEqualTo(70);
    assertThat(TargetProgress.of(terms, 2019, 40).lag().orElseThrow()).isZero();
  }

  @Test
  void targetToReachWithoutBaseIsJudgedOnlyWhenMetOrDue() {
    TargetTerms terms = terms(REACH_UP, 70, 1, UNKNOWN);
    assertThat(TargetProgress.of(terms, 2025, 60).state()).isEqualTo(State.NOT_JUDGED);
    assertThat(TargetProgress.of(terms, 2025, 71).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(terms, 2035, 60).state()).isEqualTo(State.BROKEN);
  }

  /** 60 in the base year where 50 is asked for: 45 is a tenth of it short, not half of a way. */
  @Test
  void targetMetAtTheStartIsToBeKept() {
    TargetTerms terms = terms(REACH_UP, 50, 1, OptionalDouble.of(60));
    TargetProgress lost = TargetProgress.of(terms, 2030, 45);
    assertThat(lost.state()).isEqualTo(State.LOST);
    assertThat(lost.lag().orElseThrow()).isEqualTo(-0.1, within(1e-12));
    assertThat(lost.expected().orElseThrow()).isEqualTo(50);
    assertThat(lost.progress()).isEmpty();
    assertThat(TargetProgress.of(terms, 2030, 55).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(terms, 2035, 45).state()).isEqualTo(State.BROKEN);
    assertThat(terms.span()).isEqualTo(50);
    assertThat(TargetProgress.of(terms(REACH_UP, 50, 1, OptionalDouble.of(50)), 2030, 45).state())
        .as("a way of no length")
        .isEqualTo(State.LOST);
    assertThat(
            TargetProgress.of(terms(REACH_DOWN, 50, 1, OptionalDouble.of(40)), 2030, 55)
                .lag()
                .orElseThrow())
        .isEqualTo(-0.1, within(1e-12));
  }

  /** 92 in the base year 2020 where 90 is asked for: what was before is no loss. */
  @Test
  void targetMetAtTheStartIsNotLostBeforeIt() {
    TargetTerms terms = terms(REACH_UP, 90, 1, OptionalDouble.of(92));
    assertThat(TargetProgress.of(terms, 2018, 80).state()).isEqualTo(State.NOT_JUDGED);
    assertThat(TargetProgress.of(terms, 2019, 91).state()).isEqualTo(State.MET);
    assertThat(TargetProgress.of(terms, 2021, 80).state()).isEqualTo(State.LOST);
  }

  /** That 90 is due in 2025 does not say that it was there in 2022. */
  @Test
  void milestoneAsHighAsTheTargetDoesNotSayThatItWasMet() {
    SortedMap<Integer, Double> milestones = new TreeMap<>(Map.of(2025, 90.0));
    TargetTerms terms = new TargetTerms(REACH_UP, 90, 1, UNKNOWN, 2020, 2035, true, milestones);
    assertThat(TargetProgress.of(terms, 2022, 80).state()).isEqualTo(State.NOT_JUDGED);
    assertThat(TargetProgress.of(terms, 2022, 91).state()).isEqualTo(State.MET);
    TargetTerms known =
        new TargetTerms(REACH_UP, 90, 1, OptionalDouble.of(70), 2020, 2035, true, milestones);
    assertThat(TargetProgress.of(known, 2022, 78).state()).isEqualTo(State.UNDER_WAY);
  }

  @Test
  void milestonesBendTheWay() {
    // 40 in 2020, 60 due in 2025, 66 in 2030, 70 in 2035: 3/5 of the first leg in 2023, 52
    SortedMap<Integer, Double> milestones = new TreeMap<>(Map.of(2025, 60.0, 2030, 66.0));
    TargetTerms terms =
        new TargetTerms(REACH_UP, 70, 1, OptionalDouble.of(40), 2020, 2035, true, milestones);
    assertThat(TargetProgress.of(terms, 2023, 46).expected().orElseThrow())
        .isEqualTo(52, within(1e-12));
    assertThat(TargetProgress.of(terms, 2023, 46).lag().orElseThrow())
        .isEqualTo(-6 / 30.0, within(1e-12));
    assertThat(TargetProgress.of(terms, 2030, 66).lag().orElseThrow()).isZero();
    assertThat(TargetProgress.of(terms, 2032, 66).expected().orElseThrow())
        .isEqualTo(67.6, within(1e-12));
  }

  @Test
  void milestonesServeWhereTheBaseIsNotKnown() {
    SortedMap<Integer, Double> milestones = new TreeMap<>(Map.of(2025, 60.0));
    TargetTerms terms = new TargetTerms(REACH_UP, 70, 1, UNKNOWN, 2020, 2035, true, milestones);
    assertThat(TargetProgress.of(terms, 2024, 55).state()).isEqualTo(State.NOT_JUDGED);
    assertThat(TargetProgress.of(terms, 2025, 58).lag().orElseThrow())
        .isEqualTo(-0.2, within(1e-12));
    assertThat(TargetProgress.of(terms, 2030, 65).lag().orElseThrow()).isZero();
  }

  @Test
  void informationIsNotJudged() {
    assertThat(TargetProgress.of(terms(INFO, 0, 1, UNKNOWN), 2025, 60).state())
        .isEqualTo(State.NOT_JUDGED);
  }

  @Test
  void targetOfZeroHasNoShares() {
    TargetProgress progress = TargetProgress.of(terms(CEILING, 0, 1, UNKNOWN), 2025, 0);
    assertThat(progress.state()).isEqualTo(State.MET);
    assertThat(progress.use()).isEmpty();
  }

  static TargetTerms terms(Rule rule, double target, double precision, OptionalDouble base) {
    return new TargetTerms(rule, target, precision, base, 2020, 2035, true, new TreeMap<>());
  }
}
