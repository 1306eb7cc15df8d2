package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.plan.Plan.Rule;

class ProjectionTest {

  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void straightSeriesGoesOnStraight() {
    Projection projection = Projection.of(yearly(1226, 1218, 1210, 1202, 1194), 2025).orElseThrow();
    assertThat(projection.value()).isEqualTo(1226 - 80);
    assertThat(projection.standardError()).isZero();
    assertThat(projection.probabilityAtLeast(1191)).isZero();
    assertThat(projection.probabilityAtLeast(1146)).isOne();
    assertThat(projection.probabilityAtMost(1146)).isOne();
    assertThat(projection.interval(0.9)).isEqualTo(new TheilSen.Interval(1146, 1146));
  }

  @Test
  void fourPointsAreTooFewToSay() {
    assertThat(Projection.of(yearly(1, 2, 3, 5), 2030)).isEmpty();
  }

  @Test
  void chancesOfFloorAndCeilingAreOppositeAndEvenAtTheLine() {
    Projection projection = Projection.of(yearly(10, 12, 11, 14, 13, 16, 15), 2030).orElseThrow();
    assertThat(projection.probabilityAtLeast(projection.value())).isEqualTo(0.5, within(1e-12));
    assertThat(projection.probabilityAtLeast(25) + projection.probabilityAtMost(25))
        .isEqualTo(1, within(1e-12));
    TheilSen.Interval interval = projection.interval(0.9);
    assertThat(projection.probabilityAtMost(interval.low())).isEqualTo(0.05, within(1e-9));
    assertThat(projection.probabilityAtLeast(interval.high())).isEqualTo(0.05, within(1e-9));
  }

  @Test
  void rulesAskForTheSideThatMeetsThem() {
    assertThat(met(Rule.FLOOR, 50, UNKNOWN)).isOne();
    assertThat(met(Rule.REACH_UP, 51, UNKNOWN)).isZero();
    // half of the last digit written is allowed
    assertThat(met(Rule.REACH_UP, 50.5, UNKNOWN)).isOne();
    assertThat(met(Rule.CEILING, 50, UNKNOWN)).isOne();
    assertThat(met(Rule.REACH_DOWN, 49, UNKNOWN)).isZero();
    assertThat(met(Rule.CAP_RATIO, 2, OptionalDouble.of(30))).isOne();
    assertThat(met(Rule.CAP_RATIO, 2, OptionalDouble.of(15))).isZero();
    assertThat(terms(Rule.CAP_RATIO, 2, UNKNOWN).threshold()).isEmpty();
    assertThat(terms(Rule.INFO, 2, UNKNOWN).threshold()).isEmpty();
  }

  private static double met(Rule rule, double target, OptionalDouble base) {
    Projection certain = new Projection(2035, 50, 0, 5);
    return certain.probabilityMet(terms(rule, target, base).threshold().orElseThrow());
  }

  private static TargetTerms terms(Rule rule, double target, OptionalDouble base) {
    return new TargetTerms(rule, target, 1, base, 2020, 2035, true, new TreeMap<>());
  }

  @Test
  void doubtGrowsWithDistance() {
    YearSeries series = yearly(10, 12, 11, 14, 13, 16, 15);
    double near = Projection.of(series, 2022).orElseThrow().standardError();
    double far = Projection.of(series, 2035).orElseThrow().standardError();
    assertThat(far).isGreaterThan(2 * near);
  }

  @Test
  void flatSeriesWithOneJumpIsNotCertain() {
    assertThat(Projection.of(yearly(5, 5, 5, 9, 5, 5, 5), 2025).orElseThrow().standardError())
        .isPositive();
  }

  @Test
  void nineIntervalsOfTenHoldTheValueThatComes() {
    Random random = new Random(20260101);
    int held = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      double[] values = new double[8];
      for (int i = 0; i < values.length; i++) {
        values[i] = 100 + 3 * i + random.nextGaussian();
      }
      TheilSen.Interval interval = Projection.of(yearly(values), 2027).orElseThrow().interval(0.9);
      double outcome = 100 + 3 * 12 + random.nextGaussian();
      if (outcome >= interval.low() && outcome <= interval.high()) {
        held++;
      }
    }
    assertThat(held / (double) runs).isBetween(0.85, 0.97);
  }
}
