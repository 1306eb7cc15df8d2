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
import org.junit.jupiter.api.Test;

class PettittTest {

  /**
   * The break of the Nile series, 1898 the last year of the old level, is that of Cobb (Biometrika
   * 65, 1978) and many since. k and p follow by hand from Pettitt's formulas.
   */
  @Test
  void nileChangedAfter1898() {
    Pettitt test = Pettitt.of(PublishedSeries.nile()).orElseThrow();
    assertThat(test.year()).isEqualTo(1899);
    assertThat(test.k()).isEqualTo(1617);
    assertThat(test.p()).isEqualTo(2 * Math.exp(-6.0 * 1617 * 1617 / 1_010_000), within(1e-12));
  }

  @Test
  void stepOfEightValuesByHand() {
    // ranks 2 1 4 3 | 6 5 8 7: U(4) = 2·10 − 4·9 = −16. Only an order with the four smallest, or
    // the four greatest, in front reaches 16: 2 of the 70 ways to choose four
    Pettitt test = Pettitt.of(yearly(12, 11, 14, 13, 26, 25, 28, 27)).orElseThrow();
    assertThat(test.k()).isEqualTo(16);
    assertThat(test.year()).isEqualTo(2019);
    assertThat(test.p()).isEqualTo(2 / 70.0, within(1e-12));
  }

  @Test
  void tiesShareTheirRank() {
    // ranks 1.5 1.5 4 4 4: U = −3, −6, −4, −2. All ten places of the two small ones are as likely;
    // together in front or at the end they give 6, else less
    Pettitt test = Pettitt.of(yearly(1, 1, 3, 3, 3)).orElseThrow();
    assertThat(test.k()).isEqualTo(6);
    assertThat(test.year()).isEqualTo(2017);
    assertThat(test.p()).isEqualTo(2 / 10.0, within(1e-12));
  }

  @Test
  void fourPointsAndConstantSeriesHaveNoChange() {
    assertThat(Pettitt.of(yearly(1, 2, 8, 9))).isEmpty();
    assertThat(Pettitt.of(yearly(5, 5, 5, 5, 5, 5))).isEmpty();
  }

  @Test
  void countedProbabilityIsBelowTheFormulaOfLongSeriesAndNearIt() {
    double[] step = new double[16];
    for (int i = 0; i < step.length; i++) {
      step[i] = (i < 8 ? 0 : 10) + (i * 7 % 16) / 4.0;
    }
    Pettitt test = Pettitt.of(yearly(step)).orElseThrow();
    double formula = 2 * Math.exp(-6 * test.k() * test.k() / (16.0 * 16 * 16 + 16 * 16));
    assertThat(test.p()).isPositive().isLessThan(formula).isEqualTo(formula, within(0.01));
  }

  @Property(tries = 40)
  void probabilityIsTheShareOfAllOrders(
      @ForAll @Size(min = 5, max = 6) List<@IntRange(max = 5) Integer> values) {
    double[] y = values.stream().mapToDouble(Integer::doubleValue).toArray();
    Pettitt.of(yearly(y))
        .ifPresent(
            test -> {
              int[] count = new int[2];
              orders(y, 0, test.k(), count);
              assertThat(test.p()).isEqualTo(count[1] / (double) count[0], within(1e-9));
            });
  }

  /** Counts all orders of the values from a place on, and those whose k is as great. */
  private static void orders(double[] y, int place, double k, int[] count) {
    if (place == y.length) {
      count[0]++;
      count[1] += greatest(y) >= k ? 1 : 0;
      return;
    }
    for (int i = place; i < y.length; i++) {
      double[] swapped = y.clone();
      swapped[place] = y[i];
      swapped[i] = y[place];
      orders(swapped, place + 1, k, count);
    }
  }

  /** Pettitt's k by its definition: signs of all differences across the cut. */
  private static double greatest(double[] y) {
    double greatest = 0;
    for (int cut = 1; cut < y.length; cut++) {
      double[] after = Arrays.copyOfRange(y, cut, y.length);
      double u = 0;
      for (double before : Arrays.copyOf(y, cut)) {
        u += Arrays.stream(after).map(later -> Math.signum(before - later)).sum();
      }
      greatest = Math.max(greatest, Math.abs(u));
    }
    return greatest;
  }
}
