package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,345|12345|",
        "1,234,567.50|1234567.50|",
        "１２，３４５．６|12345.6|",
        "' 75794 '|75794|",
        "’75794|75794|",
        "7.06万|7.06|万",
        "5.2%|5.2|%",
        "5.2％|5.2|%",
        "(12.5)|-12.5|",
        "（3，000）|-3000|",
        "-17.8|-17.8|",
        "−17.8|-17.8|",
        "+3|3|",
        ".5|0.5|",
        "1.5E+03|1500|",
        "123①|123|",
        "123*|123|",
        "73.76 亿元|73.76|亿元",
        "7　5　7　9　4|75794|"
      })
  void readsNumbersAsPeopleTypeThem(String raw, BigDecimal value, String suffix) {
    NumberText number = NumberText.read(raw).orElseThrow();

    assertThat(number.value()).isEqualByComparingTo(value);
    assertThat(number.suffix()).isEqualTo(suffix == null ? "" : suffix);
    assertThat(number.status()).isEqualTo(ValueStatus.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "—", "——", "－", "–", " - "})
  void takesADashForNone(String raw) {
    NumberText number = NumberText.read(raw).orElseThrow();

    assertThat(number.status()).isEqualTo(ValueStatus.NONE);
    assertThat(number.value()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"…", "……", "..."})
  void takesAnEllipsisForLessThanHalfAUnit(String raw) {
    assertThat(NumberText.read(raw).orElseThrow().status()).isEqualTo(ValueStatus.SMALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "\u00a0"})
  void takesABlankForMissingAndNotForZero(String raw) {
    NumberText number = NumberText.read(raw).orElseThrow();

    assertThat(number.status()).isEqualTo(ValueStatus.MISSING);
    assertThat(number.value()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"约七万", "12,34", "1.2.3", "2020-2021", "#DIV/0!", "*****", "1,2345", "n/a", "--5"})
  void refusesWhatIsNoNumber(String raw) {
    assertThat(NumberText.read(raw).filter(number -> number.status() == ValueStatus.OK)).isEmpty();
  }

  @Test
  void knowsHowFarTheTrueValueMayLieFromTheOnePrinted() {
    assertThat(NumberText.read("7.06").orElseThrow().halfLastDigit()).isEqualByComparingTo("0.005");
    assertThat(NumberText.read("75794").orElseThrow().halfLastDigit()).isEqualByComparingTo("0.5");
    assertThat(NumberText.of(7.5).halfLastDigit()).isEqualByComparingTo("0.05");
  }
}
