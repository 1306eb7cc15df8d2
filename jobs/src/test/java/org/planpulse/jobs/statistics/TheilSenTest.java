package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class TheilSenTest {

  @Test
  void medianOfAllSlopesByHand() {
    // slopes 5, 2, 10/3, -1, 2.5, 6; sorted -1, 2, 2.5, 3.33, 5, 6: median (2.5 + 10/3) / 2
    TheilSen line = TheilSen.of(yearly(10, 15, 14, 20)).orElseThrow();
    double slope = (2.5 + 10 / 3.0) / 2;
    assertThat(line.slope()).isEqualTo(slope, within(1e-12));
    // values less slope: 10, 12.083, 8.167, 11.25: median (10 + 11.25) / 2
    assertThat(line.level()).isEqualTo((10 + 20 - 3 * slope) / 2, within(1e-12));
    assertThat(line.confidence()).isEmpty();
  }

  /** EPA 530/R-09-007 (2009), example 17-7: 1.333 ppm a year, 95 % interval 0.399 to 2.333. */
  @Test
  void sodiumExampleOfTheUnifiedGuidance() {
    // the series counts tenths of years
    TheilSen line = TheilSen.of(PublishedSeries.sodium()).orElseThrow();
    assertThat(line.slope() * 10).isEqualTo(4 / 3.0, within(1e-9));
    assertThat(line.confidence().orElseThrow().low() * 10).isEqualTo(0.3992083, within(1e-6));
    assertThat(line.confidence().orElseThrow().high() * 10).isEqualTo(2.3333333, within(1e-6));
  }

  @Property(tries = 100)
  void anotherUnitScalesSlopeAndInterval(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 10_000) double factor) {
    double[] values = new Random(seed).doubles(9).toArray();
    double[] scaled = Arrays.stream(values).map(value -> value * factor).toArray();
    TheilSen before = TheilSen.of(yearly(values)).orElseThrow();
    TheilSen after = TheilSen.of(yearly(scaled)).orElseThrow();
    assertThat(after.slope()).isEqualTo(before.slope() * factor, within(1e-9 * factor));
    assertThat(after.confidence().orElseThrow().high())
        .isEqualTo(before.confidence().orElseThrow().high() * factor, within(1e-9 * factor));
  }

  @Test
  void oneWildValueDoesNotTurnTheLine() {
    TheilSen line = TheilSen.of(yearly(1, 3, 5, 700, 9, 11, 13)).orElseThrow();
    assertThat(line.slope()).isEqualTo(2);
    assertThat(line.valueAt(2025)).isEqualTo(21);
  }

  @Test
  void gapsBetweenYearsCountAsTime() {
    TheilSen line =
        TheilSen.of(YearSeries.of(Map.of(2010, 0.0, 2012, 4.0, 2019, 18.0, 2020, 20.0)))
            .orElseThrow();
    assertThat(line.slope()).isEqualTo(2);
    assertThat(line.level()).isZero();
  }

  @Test
  void intervalOfFivePointsReachesTheOutermostSlopes() {
    // smallest slope 2 - 3, largest 6 - 2; C = 8.0015, ranks 0.999 and 10.001 of ten
    TheilSen.Interval interval =
        TheilSen.of(yearly(1, 3, 2, 6, 5)).orElseThrow().confidence().orElseThrow();
    assertThat(interval.low()).isEqualTo(-1);
    assertThat(interval.high()).isEqualTo(4);
  }

  @Test
  void intervalTakesTheRanksOfGilbert() {
    // ten years, value = year², so the slope of a pair is the sum of its years (0 to 9): 45 slopes;
    // C = 1.95996·√125 = 21.9131, ranks (45 − C)/2 = 11.5435 and (45 + C)/2 + 1 = 34.4565.
    // Sorted slopes 1 2 3 3 4 4 5 5 5 6 6 6 7 ..., and mirrored 17 − slope from the top.
    double[] squares = new double[10];
    for (int i = 0; i < 10; i++) {
      squares[i] = i * i;
    }
    TheilSen line = TheilSen.of(yearly(squares)).orElseThrow();
    assertThat(line.slope()).isEqualTo(9);
    assertThat(line.confidence().orElseThrow().low()).isEqualTo(6);
    assertThat(line.confidence().orElseThrow().high()).isEqualTo(12);
  }

  @Test
  void rankBetweenTwoSlopesIsInterpolated() {
    // six years, value = year²: 15 slopes 1 2 3 3 4 4 5 5 5 6 6 7 7 8 9; C = 1.95996·√28.3333 =
    // 10.4327; ranks 2.28367 and 13.71633 between slopes 2 and 3, 7 and 8
    TheilSen.Interval interval =
        TheilSen.of(yearly(0, 1, 4, 9, 16, 25)).orElseThrow().confidence().orElseThrow();
    assertThat(interval.low()).isEqualTo(2.28367, within(1e-4));
    assertThat(interval.high()).isEqualTo(7.71633, within(1e-4));
  }

  @Test
  void threePointsAreTooFew() {
    assertThat(TheilSen.of(yearly(1, 2, 3))).isEmpty();
  }

  @Property(tries = 100)
  void turningAndLiftingTheSeriesTurnsAndLiftsTheLine(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = -50, max = 50) double slope,
      @ForAll @DoubleRange(min = -1000, max = 1000) double level) {
    Random random = new Random(seed);
    double[] noise = random.doubles(9).toArray();
    double[] moved = noise.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += level + slope * i;
    }
    TheilSen before = TheilSen.of(yearly(noise)).orElseThrow();
    TheilSen after = TheilSen.of(yearly(moved)).orElseThrow();
    assertThat(after.slope()).isEqualTo(before.slope() + slope, within(1e-9));
    assertThat(after.level()).isEqualTo(before.level() + level, within(1e-9));
    assertThat(after.slope())
        .isBetween(after.confidence().orElseThrow().low(), after.confidence().orElseThrow().high());
  }
}
