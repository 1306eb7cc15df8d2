package org.planpulse.reports.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.model.Dimension.Break;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearValue;
import org.planpulse.reports.model.Level;

class PercentChangeTest {

  @Test
  void isAShareOfTheFirstValue() {
    assertThat(change(2.0, 3.0)).isEqualTo(50.0);
    assertThat(change(4.0, 1.0)).isEqualTo(-75.0);
    assertThat(change(4.0, -1.0)).isEqualTo(-125.0);
  }

  @Test
  void hasNoSignAgainstTheMovementWhereTheFirstValueIsNegative() {
    assertThat(change(-2.0, -1.0)).isNull();
  }

  @Test
  void isNoneWhereTheFirstValueIsZeroOrReadsZero() {
    assertThat(change(0, 3.0)).isNull();
    assertThat(change(0.04, 3.0)).isNull();
  }

  @Test
  void equalNumbersInPrintHaveNotChanged() {
    assertThat(change(10.04, 10.01)).isEqualTo(0.0);
  }

  @Test
  void isNoneAcrossABreak() {
    assertThat(PercentChange.of(row(2.0, 3.0, List.of(new Break(2024, ""))), 2021, 2025)).isNull();
  }

  private static Double change(double first, double last) {
    return PercentChange.of(row(first, last, List.of()), 2021, 2025);
  }

  /** Shown with one decimal. */
  private static IndicatorRow row(double first, double last, List<Break> breaks) {
    return new IndicatorRow(
        "X",
        "x",
        "",
        "",
        "%",
        1,
        null,
        null,
        last,
        "",
        "",
        null,
        null,
        false,
        Level.INFO,
        "",
        "",
        List.of(new YearValue(2021, first), new YearValue(2025, last)),
        List.of(),
        breaks);
  }
}
