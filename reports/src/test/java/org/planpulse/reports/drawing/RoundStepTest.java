package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundStepTest {

  @ParameterizedTest
  @CsvSource({
    "0.7, 1, 0",
    "1, 1, 0",
    "1.3, 2, 0",
    "3, 5, 0",
    "7, 10, 0",
    "0.012, 0.02, 2",
    "0.06, 0.1, 1",
    "130, 200, 0",
    "0.0004, 0.0005, 4"
  })
  void isTheNextOneTwoOrFive(double wanted, double size, int decimals) {
    RoundStep step = RoundStep.of(wanted);

    assertThat(step.size()).isCloseTo(size, within(size * 1e-9));
    assertThat(step.decimals()).isEqualTo(decimals);
  }

  @Property
  void neverLessThanWantedNorThreeTimesMore(
      @ForAll @DoubleRange(min = 1, max = 9.99) double mantissa,
      @ForAll @IntRange(min = -6, max = 9) int power) {
    double wanted = mantissa * Math.pow(10, power);
    double size = RoundStep.of(wanted).size();

    assertThat(size).isBetween(wanted * (1 - 1e-9), wanted * 2.5 * (1 + 1e-9));
  }
}
