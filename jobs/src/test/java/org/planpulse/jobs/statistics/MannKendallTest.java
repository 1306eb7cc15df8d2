package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;

class MannKendallTest {

  @Test
  void fourValuesByHand() {
    // rising 10-15, 10-14, 10-20, 15-20, 14-20; falling 15-14
    MannKendall test = MannKendall.of(yearly(10, 15, 14, 20)).orElseThrow();
    assertThat(test.s()).isEqualTo(4);
    assertThat(test.variance()).isEqualTo(4 * 3 * 13 / 18.0, within(1e-12));
    // of 24 orders one has S = 6 and three have S = 4: 2 x 4/24
    assertThat(test.p()).isEqualTo(1 / 3.0, within(1e-12));
  }

  @Test
  void steadyRiseOfFiveIsOneOrderOfAHundredAndTwentyOnEachSide() {
    MannKendall test = MannKendall.of(yearly(1, 2, 3, 4, 5)).orElseThrow();
    assertThat(test.s()).isEqualTo(10);
    assertThat(test.p()).isEqualTo(2 / 120.0, within(1e-12));
    assertThat(MannKendall.of(yearly(5, 4, 3, 2, 1)).orElseThrow().p())
        .isEqualTo(2 / 120.0, within(1e-12));
  }

  @Test
  void tiesReduceTheVariance() {
    // groups of 2 and 3: (6·5·17 − 2·1·9 − 3·2·11) / 18 = (510 − 18 − 66) / 18
    MannKendall test = MannKendall.of(yearly(1, 1, 2, 2, 2, 3)).orElseThrow();
    assertThat(test.variance()).isEqualTo(426 / 18.0, within(1e-12));
    // 15 pairs, of which 1 + 3 are tied and none falls
    assertThat(test.s()).isEqualTo(11);
    assertThat(test.z()).isEqualTo(10 / Math.sqrt(426 / 18.0), within(1e-12));
    // 2·Φ(−2.05557)
    assertThat(test.p()).isEqualTo(0.03982, within(5e-5));
  }

  @Test
  void longSeriesUsesTheNormalDistribution() {
    // n = 12, S = 66 − 2·1: one falling pair; Var = 12·11·29/18; Z = 63/14.5831
    MannKendall test = MannKendall.of(yearly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 11)).orElseThrow();
    assertThat(test.s()).isEqualTo(64);
    assertThat(test.z()).isEqualTo(4.32007, within(1e-4));
    assertThat(test.p()).isEqualTo(1.56e-5, within(1e-7));
  }

  @Test
  void constantSeriesHasNoTrend() {
    MannKendall test = MannKendall.of(yearly(7, 7, 7, 7, 7)).orElseThrow();
    assertThat(test).isEqualTo(new MannKendall(0, 0, 0, 1));
    assertThat(MannKendall.of(yearly(0.0, -0.0, 0.0, -0.0)).orElseThrow().variance()).isZero();
  }

  @Test
  void threePointsAreTooFew() {
    assertThat(MannKendall.of(yearly(1, 2, 3))).isEmpty();
  }

  @Property(tries = 200)
  void withoutTiesSIsKendallsTauTimesThePairs(
      @ForAll @Size(min = 4, max = 15) @UniqueElements List<@IntRange(max = 1000) Integer> values) {
    double[] y = values.stream().mapToDouble(Integer::doubleValue).toArray();
    YearSeries series = yearly(y);
    double tau = new KendallsCorrelation().correlation(series.years(), y);
    MannKendall test = MannKendall.of(series).orElseThrow();
    assertThat(test.s()).isEqualTo(Math.round(tau * y.length * (y.length - 1) / 2));
    assertThat(test.p()).isBetween(0.0, 1.0);
  }

  @Test
  void exactAndNormalProbabilityMeetAtTenPoints() {
    MannKendall test = MannKendall.of(yearly(3, 1, 4, 2, 6, 5, 9, 7, 10, 8)).orElseThrow();
    double normal = 2 * new NormalDistribution().cumulativeProbability(-Math.abs(test.z()));
    assertThat(test.p()).isEqualTo(normal, within(0.003)).isNotEqualTo(normal);
  }
}
