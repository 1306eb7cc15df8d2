package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.schemas.plan.Plan.Rule.CAP_RATIO;
import static org.planpulse.schemas.plan.Plan.Rule.CEILING;
import static org.planpulse.schemas.plan.Plan.Rule.FLOOR;
import static org.planpulse.schemas.plan.Plan.Rule.REACH_DOWN;
import static org.planpulse.schemas.plan.Plan.Rule.REACH_UP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.statistics.Sensitivity.Change;
import org.planpulse.jobs.statistics.TargetWarning.Reason;
import org.planpulse.schemas.codelist.CarryingRules;
import org.planpulse.schemas.codelist.WarningRules;
import org.planpulse.schemas.plan.Plan.Rule;

class VerdictTest {

  private static final WarningRules RULES =
      new WarningRules(
          Map.of("blue", -0.05, "yellow", -0.10, "orange", -0.20),
          Map.of("yellow", 0.90, "orange", 0.95),
          3,
          Map.of(FLOOR, 0.01, CEILING, 0.01, CAP_RATIO, 0.01, REACH_UP, 0.01, REACH_DOWN, 0.01),
          new WarningRules.Faults(4, 6, 0.2, List.of(), 1),
          new CarryingRules(2, List.of(), List.of()));
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
  private static final Optional<WarningLevel> FIRST = Optional.empty();

  @Test
  void lightWorsensAtOnceAndGetsBetterOnlyBeyondTheMargin() {
    // floor 1191 (1190.5 with its precision), margin 1 % of it: 11.91
    TargetTerms floor = terms(FLOOR, 1191, 1, UNKNOWN);
    assertThat(light(floor, 1190, Optional.of(WarningLevel.GREEN))).isEqualTo(WarningLevel.RED);
    Verdict held = verdict(floor, 1202.4, Optional.of(WarningLevel.RED));
    assertThat(held.warning().level()).isEqualTo(WarningLevel.RED);
    assertThat(held.warning().reason()).isEqualTo(Reason.HELD);
    assertThat(held.ofValue()).isEqualTo(WarningLevel.GREEN);
    assertThat(light(floor, 1202.42, Optional.of(WarningLevel.RED))).isEqualTo(WarningLevel.GREEN);
  }

  @Test
  void lightIsLoweredOnlyAsFarAsTheValueIsBack() {
    // ceiling 1000: yellow from 900, orange from 950. At 930 with margin 10: yellow, not green
    TargetTerms ceiling = terms(CEILING, 1000, 1, UNKNOWN);
    assertThat(light(ceiling, 930, Optional.of(WarningLevel.RED))).isEqualTo(WarningLevel.YELLOW);
    assertThat(light(ceiling, 945, Optional.of(WarningLevel.RED))).isEqualTo(WarningLevel.ORANGE);
  }

  @Test
  void whatTheReasonSaysOfTheLightIsSo() {
    TargetTerms ceiling = terms(CEILING, 1000, 1, UNKNOWN);
    // alone 895 is green; with the margin it is 905, yellow
    assertThat(reason(ceiling, 895, WarningLevel.YELLOW)).isEqualTo(Reason.HELD);
    assertThat(reason(ceiling, 895, WarningLevel.ORANGE)).isEqualTo(Reason.EASED);
    assertThat(reason(ceiling, 880, WarningLevel.ORANGE)).isEqualTo(Reason.MET);
  }

  @Test
  void targetMetAtTheStartAndLostIsBehindHoweverLittle() {
    TargetTerms kept = terms(REACH_UP, 50, 0.1, OptionalDouble.of(60));
    assertThat(light(kept, 49.9, FIRST)).isEqualTo(WarningLevel.BLUE);
    assertThat(light(kept, 44, FIRST)).isEqualTo(WarningLevel.YELLOW);
    assertThat(verdict(kept, 44, FIRST).warning().reason()).isEqualTo(Reason.LOST);
    assertThat(light(kept, 50, FIRST)).isEqualTo(WarningLevel.GREEN);
    TargetTerms none = terms(REACH_DOWN, 0, 0.1, OptionalDouble.of(0));
    assertThat(light(none, 3, FIRST)).isEqualTo(WarningLevel.ORANGE);
  }

  /** 1 where 70 is to be reached from 69: another light is nearly the whole target away. */
  @Test
  void theNearestOtherLightIsFoundHoweverFar() {
    Sensitivity behind =
        verdict(terms(REACH_UP, 70, 1, OptionalDouble.of(69)), 1, FIRST).sensitivity();
    assertThat(behind.better().orElseThrow().by()).isEqualTo(69 + 1 / 3.0 - 0.2 - 1, within(1e-6));
    Sensitivity ahead =
        verdict(terms(REACH_DOWN, 1000, 1, OptionalDouble.of(1001)), 1, FIRST).sensitivity();
    assertThat(ahead.worse().orElseThrow().by()).isEqualTo(1001 - 1 / 3.0 + 0.05 - 1, within(1e-6));
  }

  /** The demo city's farmland: 1187 mu of a floor of 1191. */
  @Test
  void sensitivityOfABrokenFloor() {
    Verdict verdict = verdict(terms(FLOOR, 1191, 1, UNKNOWN), 1187, FIRST);
    assertThat(verdict.sensitivity().worse()).isEmpty();
    Change better = verdict.sensitivity().better().orElseThrow();
    assertThat(better.by()).isEqualTo(3.5, within(1e-6));
    assertThat(better.share().orElseThrow()).isEqualTo(3.5 / 1187, within(1e-9));
    assertThat(better.to()).isEqualTo(WarningLevel.GREEN);
  }

  @Test
  void sensitivityOfACeilingOnBothSides() {
    // use 0.92: yellow; green below 900, orange from 950
    Sensitivity room = verdict(terms(CEILING, 1000, 1, UNKNOWN), 920, FIRST).sensitivity();
    assertThat(room.worse().orElseThrow().by()).isEqualTo(30, within(1e-5));
    assertThat(room.worse().orElseThrow().to()).isEqualTo(WarningLevel.ORANGE);
    assertThat(room.better().orElseThrow().by()).isEqualTo(-20, within(1e-5));
    assertThat(room.better().orElseThrow().to()).isEqualTo(WarningLevel.GREEN);
  }

  @Test
  void whatIsNotJudgedHasNoSensitivity() {
    Verdict verdict = verdict(terms(CAP_RATIO, 1.3, 0.1, UNKNOWN), 5, FIRST);
    assertThat(verdict.sensitivity()).isEqualTo(Sensitivity.NONE);
    assertThat(Verdict.awaited(5).warning().reason()).isEqualTo(Reason.AWAITED);
    assertThat(Verdict.awaited(5).ofValue()).isEqualTo(WarningLevel.INFO);
  }

  @Property(tries = 200)
  void seriesThatSwingsWithinTheMarginNeverFlickers(
      @ForAll Rule rule,
      @ForAll @Size(min = 3, max = 18)
          List<@Scale(6) @DoubleRange(min = -0.49, max = 0.49) Double> swings) {
    TargetTerms terms = terms(rule, 1.5, 0.0001, OptionalDouble.of(1));
    if (terms.threshold().isEmpty()) {
      return;
    }
    double threshold = terms.threshold().get().value();
    double margin = RULES.hold().get(rule) * terms.span();
    Optional<WarningLevel> before = FIRST;
    int changes = 0;
    for (double swing : swings) {
      WarningLevel now = light(terms, threshold + swing * margin, before);
      changes += before.isPresent() && before.get() != now ? 1 : 0;
      before = Optional.of(now);
    }
    assertThat(changes).isLessThanOrEqualTo(1);
  }

  @Property(tries = 500)
  void movingTheValueSlightlyLessKeepsTheLightAndSlightlyMoreChangesIt(
      @ForAll Rule rule,
      @ForAll WarningLevel last,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 3) double value,
      @ForAll @Scale(6) @DoubleRange(min = -0.1, max = 0.1) double slope) {
    TargetTerms terms = terms(rule, 1.5, 0.01, OptionalDouble.of(1));
    Optional<WarningLevel> before = Optional.of(last).filter(level -> level != WarningLevel.INFO);
    Verdict verdict = verdict(terms, value, slope, before);
    for (Optional<Change> side :
        List.of(verdict.sensitivity().worse(), verdict.sensitivity().better())) {
      side.ifPresent(
          change -> {
            double less = value + change.by() * (1 - 1e-9);
            double more = value + change.by() * (1 + 1e-9);
            assertThat(verdict(terms, less, slope, before).warning().level())
                .isEqualTo(verdict.warning().level());
            assertThat(verdict(terms, more, slope, before).warning().level())
                .isEqualTo(change.to())
                .isNotEqualTo(verdict.warning().level());
          });
    }
  }

  private static WarningLevel light(
      TargetTerms terms, double value, Optional<WarningLevel> before) {
    return verdict(terms, value, before).warning().level();
  }

  private static Reason reason(TargetTerms terms, double value, WarningLevel before) {
    return verdict(terms, value, Optional.of(before)).warning().reason();
  }

  private static Verdict verdict(TargetTerms terms, double value, Optional<WarningLevel> before) {
    return Verdict.of(terms, 2025, value, UNKNOWN, before, RULES);
  }

  private static Verdict verdict(
      TargetTerms terms, double value, double slope, Optional<WarningLevel> before) {
    return Verdict.of(terms, 2025, value, OptionalDouble.of(slope), before, RULES);
  }

  private static TargetTerms terms(
      Rule rule, double target, double precision, OptionalDouble base) {
    return new TargetTerms(rule, target, precision, base, 2020, 2035, true, new TreeMap<>());
  }
}
