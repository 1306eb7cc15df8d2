package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20240715",
        "2024-07-15",
        "2024/7/15",
        "2024.7.15",
        "2024年7月15日",
        "2024-07-15T00:00:00",
        "45488",
        "45488.0",
        "２０２４-07-15",
        " 20240715 "
      })
  void readsADayAsDepartmentsWriteIt(String text) {
    assertThat(DateText.read(text)).contains(LocalDate.of(2024, 7, 15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "明天", "20240231", "2024-13-01", "15/07/2024", "1"})
  void refusesWhatIsNoDay(String text) {
    assertThat(DateText.read(text)).isEmpty();
  }
}
