package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.planpulse.jobs.statistics.Series.yearly;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompoundGrowthTest {

  @Test
  void firstAndLastValueAreCompoundedOverTheYearsBetween() {
    // 100 to 121 in two years
    assertThat(CompoundGrowth.ofValues(yearly(100, 90, 121)).orElseThrow())
        .isEqualTo(0.1, within(1e-12));
    assertThat(CompoundGrowth.ofValues(YearSeries.of(Map.of(2020, 16.0, 2024, 1.0))).orElseThrow())
        .isEqualTo(-0.5, within(1e-12));
  }

  @Test
  void nothingAndLessThanNothingHaveNoRate() {
    assertThat(CompoundGrowth.ofValues(yearly(0, 5))).isEmpty();
    assertThat(CompoundGrowth.ofValues(yearly(5, -1))).isEmpty();
    assertThat(CompoundGrowth.ofValues(yearly(5))).isEmpty();
  }

  @Test
  void indicesOfPreviousYearsAreChained() {
    // 1.10 x 0.99 x 1.2222... = 1.331: 10 % a year; the index of 2015 itself tells of 2014
    YearSeries indices = yearly(150, 110, 99, 100 * 1.331 / (1.1 * 0.99));
    assertThat(CompoundGrowth.ofIndices(indices, 2015, 2018).orElseThrow())
        .isEqualTo(0.1, within(1e-12));
  }

  @Test
  void chainWithoutALinkTellsNothing() {
    YearSeries indices = YearSeries.of(Map.of(2016, 110.0, 2018, 105.0));
    assertThat(CompoundGrowth.ofIndices(indices, 2015, 2018)).isEmpty();
    assertThat(CompoundGrowth.ofIndices(yearly(100, 0, 105), 2015, 2017)).isEmpty();
    assertThat(CompoundGrowth.ofIndices(yearly(100), 2015, 2015)).isEmpty();
  }
}
