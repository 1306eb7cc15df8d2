package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.statistics.CarryingGrade.State.CRITICAL;
import static org.planpulse.jobs.statistics.CarryingGrade.State.OVERLOADED;
import static org.planpulse.jobs.statistics.CarryingGrade.State.WITHIN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.statistics.CarryingGrade.Depletion;
import org.planpulse.jobs.statistics.CarryingGrade.State;

class CarryingGradeTest {

  /** The five grades of the national mechanism. */
  @ParameterizedTest
  @CsvSource({
    "OVERLOADED, 2, 0, RED",
    "OVERLOADED, 1, 2, ORANGE",
    "CRITICAL, 3, 0, YELLOW",
    "CRITICAL, 0, 2, BLUE",
    "WITHIN, 3, 0, GREEN",
  })
  void stateAndDepletionGiveTheGrade(State state, int worse, int better, WarningLevel level) {
    CarryingGrade grade =
        CarryingGrade.of(
                List.of(WITHIN, state),
                0,
                2,
                CarryingGrade.depletion(worse, better, 3, Optional.empty()))
            .orElseThrow();
    assertThat(grade.state()).isEqualTo(state);
    assertThat(grade.level()).isEqualTo(level);
  }

  @Test
  void twoFactorsOnTheVergeAreAnOverload() {
    assertThat(grade(0, CRITICAL, CRITICAL, WITHIN)).map(CarryingGrade::state).contains(OVERLOADED);
    assertThat(grade(0, CRITICAL, WITHIN)).map(CarryingGrade::state).contains(CRITICAL);
  }

  @Test
  void howManyOnTheVergeAreAnOverloadIsACitysToSay() {
    List<State> twice = List.of(CRITICAL, CRITICAL, WITHIN);
    assertThat(CarryingGrade.of(twice, 0, 3, Optional.empty()))
        .map(CarryingGrade::state)
        .contains(CRITICAL);
  }

  @Test
  void aFactorThatIsNotKnownLeavesTheStateOpenUnlessItCannotChangeIt() {
    assertThat(grade(1, WITHIN, WITHIN)).isEmpty();
    assertThat(grade(1, CRITICAL)).isEmpty();
    assertThat(grade(1, OVERLOADED)).map(CarryingGrade::state).contains(OVERLOADED);
    assertThat(grade(0)).isEmpty();
  }

  @Test
  void withoutMajorityLastYearsTypeStays() {
    Optional<Depletion> before = Optional.of(Depletion.WORSENING);
    assertThat(CarryingGrade.depletion(1, 1, 3, before)).isEqualTo(before);
    assertThat(CarryingGrade.depletion(0, 2, 3, before)).contains(Depletion.EASING);
    assertThat(CarryingGrade.depletion(1, 1, 3, Optional.empty())).isEmpty();
  }

  /** The method has three trends; a city may name more or fewer. */
  @Test
  void theMajorityIsOneOfTheTrendsThereAre() {
    Optional<Depletion> before = Optional.of(Depletion.WORSENING);
    assertThat(CarryingGrade.depletion(0, 2, 5, before)).isEqualTo(before);
    assertThat(CarryingGrade.depletion(0, 3, 5, before)).contains(Depletion.EASING);
    assertThat(CarryingGrade.depletion(0, 1, 1, before)).contains(Depletion.EASING);
    assertThat(CarryingGrade.depletion(0, 1, 2, before)).isEqualTo(before);
  }

  @Test
  void depletionThatIsNotKnownGivesTheMilderGrade() {
    assertThat(grade(0, OVERLOADED)).map(CarryingGrade::level).contains(WarningLevel.ORANGE);
    assertThat(grade(0, CRITICAL)).map(CarryingGrade::level).contains(WarningLevel.BLUE);
  }

  @Test
  void ratioOfLoadToLimitGivesTheStateOfAFactor() {
    assertThat(State.of(0.89, 1, 1, 0.9)).isEqualTo(WITHIN);
    assertThat(State.of(0.9, 1, 1, 0.9)).isEqualTo(CRITICAL);
    assertThat(State.of(1, 1, 1, 0.9)).isEqualTo(CRITICAL);
    assertThat(State.of(1.01, 1, 1, 0.9)).isEqualTo(OVERLOADED);
    assertThat(State.of(0.1 + 0.2, 0.3, 0.3, 0.9)).as("rounding").isEqualTo(CRITICAL);
    assertThat(State.of(0.10504, 0.105, 0.10505, 0.9)).as("precision").isEqualTo(CRITICAL);
  }

  private static Optional<CarryingGrade> grade(int missing, State... factors) {
    return CarryingGrade.of(List.of(factors), missing, 2, Optional.empty());
  }
}
