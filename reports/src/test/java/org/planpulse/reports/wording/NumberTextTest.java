package org.planpulse.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.planpulse.reports.document.Cell;

class NumberTextTest {
  @Test
  void groupsThousandsAndKeepsTheDecimals() {
    assertThat(NumberText.of(4_015_000_000.1, 2)).isEqualTo("4,015,000,000.10");
    assertThat(NumberText.of(0.1191, 4)).isEqualTo("0.1191");
    assertThat(NumberText.of(75_794)).isEqualTo("75,794");
  }

  @Test
  void roundsHalfUpAsWritten() {
    assertThat(NumberText.of(1.005, 2)).isEqualTo("1.01");
    assertThat(NumberText.of(-2.5, 0)).isEqualTo("−3");
  }

  @Test
  void printsADashForMissingAndZeroForZero() {
    assertThat(NumberText.of(null, 2)).isEqualTo("—");
    assertThat(NumberText.hm2(null)).isEqualTo("—");
    assertThat(NumberText.of(0.0, 2)).isEqualTo("0.00");
    assertThat(NumberText.of(-0.001, 2)).isEqualTo("0.00");
  }

  @Test
  void convertsAreas() {
    assertThat(NumberText.hm2(124_600.5)).isEqualTo("12.46");
    assertThat(Cell.km2(1_061_800_000.25).text()).isEqualTo("1,061.80");
    assertThat(Cell.hm2(26_200.5).signed().text()).isEqualTo("+2.62");
    assertThat(Cell.hm2(-26_200.5).signed().text()).isEqualTo("−2.62");
  }

  @Test
  void signsChangesButNotWhatRoundsToZero() {
    assertThat(Cell.change(0.6, 2).with("%").text()).isEqualTo("+0.60%");
    assertThat(Cell.change(-0.34, 2).with("%").text()).isEqualTo("−0.34%");
    assertThat(NumberText.signed(0.001, 2)).isEqualTo("0.00");
  }
}
