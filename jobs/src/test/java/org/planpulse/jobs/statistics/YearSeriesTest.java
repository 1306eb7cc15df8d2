package org.planpulse.jobs.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.statistics.YearSeries.Point;

class YearSeriesTest {

  @Test
  void yearsAreSorted() {
    assertThat(YearSeries.of(Map.of(2023, 3.0, 2020, 1.0)).points())
        .containsExactly(new Point(2020, 1), new Point(2023, 3));
  }

  @Test
  void pairsRunFromTheEarlierToTheLater() {
    YearSeries series = Series.yearly(1, 10, 100);
    assertThat(series.ofPairs((a, b) -> b.value() - a.value())).containsExactly(9, 99, 90);
  }

  @Test
  void aYearTwiceOrAValueThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new YearSeries(List.of(new Point(2020, 1), new Point(2020, 2))))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> new Point(2020, Double.NaN)).hasMessageContaining("2020");
  }
}
