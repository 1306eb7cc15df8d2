package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** EPA 530/R-09-007 (2009), example 17-7: sodium, ten samples of 1989 to 1996. */
  @Test
  void sodiumExampleOfTheUnifiedGuidance() {
    MannKendall test = MannKendall.of(PublishedSeries.sodium()).orElseThrow();
    assertThat(test.s()).isEqualTo(25); // tau 0.5556 of 45 pairs
    assertThat(test.z()).isEqualTo(2.146625, within(1e-6));
    // the guidance takes the normal distribution, 0.0318; exactly, 25 or more of 45 has 0.0286
    assertThat(test.p()).isEqualTo(0.0286, within(5e-5));
  }

  /** Wisconsin Department of Natural Resources, form 4400-215: five samples, two of them alike. */
  @Test
  void tiedExampleOfWisconsin() {
    assertThat(MannKendall.of(yearly(100, 50, 85, 75, 50)).orElseThrow().s()).isEqualTo(-5);
  }

  /** Gilbert (1987), appendix table A18: probability of S or more without a trend, one-sided. */
  @ParameterizedTest
  @CsvSource({"4, 6, 0.042", "5, 8, 0.042", "6, 11, 0.028", "7, 13, 0.035", "8, 16, 0.031"})
  void probabilitiesOfTheTableOfGilbert(int points, int s, double probability) {
    assertThat(MannKendall.of(withS(points, s)).orElseThrow().p() / 2)
        .isEqualTo(probability, within(5e-4));
  }

  /** A rising series whose last value sinks past so many others that S is the one wanted. */
  private static YearSeries withS(int points, int s) {
    int falling = (points * (points - 1) / 2 - s) / 2;
    double[] values = new double[points];
    for (int i = 0; i < points - 1; i++) {
      values[i] = i + 1;
    }
    values[points - 1] = points - falling - 0.5;
    return yearly(values);
  }

  /** Ties at scale: with those of the Nile series the variance is below 100·99·205/18. */
  @Test
  void nileFellWithManyTies() {
    MannKendall test = MannKendall.of(PublishedSeries.nile()).orElseThrow();
    assertThat(test.s()).isEqualTo(-1387);
    assertThat(test.variance()).isEqualTo(112728.3333, within(1e-3));
    assertThat(test.p()).isEqualTo(3.658e-5, within(1e-8));
  }

  @Property(tries = 200)
  void turningTheSeriesUpsideDownTurnsTheSign(
      @ForAll @Size(min = 4, max = 18) List<@IntRange(max = 20) Integer> values) {
    double[] y = values.stream().mapToDouble(Integer::doubleValue).toArray();
    MannKendall test = MannKendall.of(yearly(y)).orElseThrow();
    MannKendall turned =
        MannKendall.of(yearly(Arrays.stream(y).map(v -> -v).toArray())).orElseThrow();
    assertThat(turned.s()).isEqualTo(-test.s());
    assertThat(turned.z()).isEqualTo(0.0 - test.z());
    assertThat(turned.p()).isEqualTo(test.p());
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
