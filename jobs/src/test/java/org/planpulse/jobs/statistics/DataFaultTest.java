package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.codelist.WarningRules;

class DataFaultTest {

  private static final WarningRules.Faults RULES =
      new WarningRules.Faults(4, 6, 0.2, List.of(10.0, 15.0, 100.0, 10_000.0, 1e8), 1.25);

  @ParameterizedTest
  @ValueSource(doubles = {10_000, 1e-4, 15, 1 / 15.0, 1e8, 11})
  void valueOffByAFactorBetweenUnitsIsASlip(double factor) {
    assertThat(DataFault.ofLast(yearly(72.1, 73.8, 75.3, 76 * factor), RULES))
        .contains(DataFault.UNIT_SLIP);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1, 2, 40, 3_000})
  void otherFactorsAreNoSlip(double factor) {
    assertThat(DataFault.ofLast(yearly(72.1, 73.8, 75.3, 76 * factor), RULES)).isEmpty();
  }

  @Test
  void seriesThatSwingsByTheFactorItselfShowsNoSlip() {
    assertThat(DataFault.ofLast(yearly(1, 12, 3, 30), RULES)).isEmpty();
  }

  @Test
  void changeFarBeyondTheUsualOnesIsAJump() {
    // changes 3, 2, 4, 3: median 3, MAD 0.5; the last one is 60 on a level of 106
    assertThat(DataFault.ofLast(yearly(100, 103, 105, 109, 112, 172), RULES))
        .contains(DataFault.JUMP);
    assertThat(DataFault.ofLast(yearly(100, 103, 105, 109, 112, 118), RULES)).isEmpty();
  }

  @Test
  void gapOfYearsIsNoJump() {
    YearSeries series =
        YearSeries.of(
            Map.of(2010, 100.0, 2011, 110.0, 2012, 121.0, 2013, 130.0, 2014, 141.0, 2020, 200.0));
    assertThat(DataFault.ofLast(series, RULES)).isEmpty();
  }

  @Test
  void smallStepOfASeriesThatNeverMovedIsNoJump() {
    assertThat(DataFault.ofLast(yearly(50, 50, 50, 50, 50, 51), RULES)).isEmpty();
    assertThat(DataFault.ofLast(yearly(50, 50, 50, 50, 50, 65), RULES)).contains(DataFault.JUMP);
  }

  @Test
  void zeroAndShortSeriesTellNothing() {
    assertThat(DataFault.ofLast(yearly(0, 0, 0, 0, 0, 0), RULES)).isEmpty();
    assertThat(DataFault.ofLast(yearly(1, 10_000), RULES)).isEmpty();
  }
}
