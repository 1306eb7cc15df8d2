package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreachTest {

  @Test
  void steadyFallBreaksTheFloorInAYearThatCanBeReckoned() {
    // 1226 in 2015, 8 less a year: 1194 in 2019, 1186 in 2020
    Breach breach =
        Breach.of(yearly(1226, 1218, 1210, 1202, 1194), new Threshold(1190.5, true), 2035);
    assertThat(breach.expected()).contains(2020);
    assertThat(breach.earliest()).contains(2020);
    assertThat(breach.latest()).contains(2020);
  }

  @Test
  void scatterMakesTheYearUncertainOnBothSides() {
    YearSeries series = yearly(10, 12, 11, 14, 13, 16, 15);
    Threshold ceiling = new Threshold(22, false);
    Breach breach = Breach.of(series, ceiling, 2040);
    int year = breach.expected().orElseThrow();
    assertThat(Projection.of(series, year - 1).orElseThrow().value()).isLessThanOrEqualTo(22);
    assertThat(Projection.of(series, year).orElseThrow().value()).isGreaterThan(22);
    assertThat(breach.earliest().orElseThrow()).isLessThan(year);
    assertThat(breach.latest().orElse(2041)).isGreaterThan(year);
  }

  @Test
  void whatIsBrokenAlreadyOrTooShortOrFarAwayHasNoYear() {
    Threshold floor = new Threshold(50, true);
    assertThat(Breach.of(yearly(60, 55, 52, 51, 49), floor, 2035).expected()).isEmpty();
    assertThat(Breach.of(yearly(60, 55, 52, 51), floor, 2035).expected()).isEmpty();
    assertThat(Breach.of(yearly(80, 79, 78, 77, 76), floor, 2035))
        .isEqualTo(new Breach(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
