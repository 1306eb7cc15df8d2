package org.planpulse.jobs.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.AirStandard;

class AirYearTest {

  private static final AirStandard STANDARD =
      Schemas.load(SchemaFiles.packaged()).airStandards().get("GB3095-2012");

  /** Of 1 to 10 at 90: rank 1 + 9 x 0.9 = 9.1, so 9 + 0.1 x (10 - 9). */
  @Test
  void percentilesLieBetweenNeighboursByTheirRank() {
    double[] tenths = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(Percentile.of(tenths, BigDecimal.valueOf(90))).isCloseTo(9.1, within(1e-12));
    assertThat(Percentile.of(tenths, BigDecimal.valueOf(100))).isEqualTo(10);
    assertThat(Percentile.of(new double[] {4, 8, 9}, BigDecimal.valueOf(50))).isEqualTo(8);
    assertThat(Percentile.of(new double[] {7}, BigDecimal.valueOf(95))).isEqualTo(7);
  }

  /** Ozone of 1 to 365: rank 1 + 364 x 0.9 = 328.6. */
  @Test
  void theStandardSaysWhetherTheMeanOrAPercentileStandsForTheYear() {
    AirYear year = year(day -> true);
    assertThat(year.yearly("o3")).hasValueCloseTo(328.6, within(1e-9));
    assertThat(year.yearly("pm25")).hasValueCloseTo(183.0, within(1e-9));
  }

  @Test
  void aYearHoldsWith324DaysOfWhich27AMonthAnd25InFebruary() {
    assertThat(year(day -> day.getDayOfMonth() <= 27).yearly("o3")).isPresent();
    assertThat(
            year(day -> day.getDayOfMonth() <= (day.getMonthValue() == 2 ? 25 : 28)).yearly("o3"))
        .isPresent();
    assertThat(year(day -> day.getMonthValue() != 2 || day.getDayOfMonth() <= 24).yearly("o3"))
        .isEmpty();
    assertThat(year(day -> day.getMonthValue() != 7 || day.getDayOfMonth() <= 26).yearly("o3"))
        .isEmpty();
    assertThat(
            year(day -> day.getDayOfMonth() <= (day.getMonthValue() == 2 ? 26 : 27)).yearly("o3"))
        .as("27 x 11 + 26 = 323 days")
        .isEmpty();
  }

  @Test
  void aDayWithAPollutantMissingHasAnIndexOnlyWhenAnotherIsAboveGood() {
    AirYear year = new AirYear(STANDARD);
    whole(year, LocalDate.of(2025, 1, 1), 40);
    whole(year, LocalDate.of(2025, 1, 2), 90);
    year.add(LocalDate.of(2025, 1, 3), "pm25", 20);
    year.add(LocalDate.of(2025, 1, 4), "pm25", 76);

    assertThat(year.daysWithIndex()).isEqualTo(3);
    assertThat(year.daysUpTo(100)).isEqualTo(1);
  }

  @Test
  void aDayIsTheMeanOfAtLeastTwentyHours() {
    Double[] hours = new Double[24];
    Arrays.fill(hours, 0, 20, 30.0);
    assertThat(new AirDay(STANDARD).of("pm25", hours)).hasValue(30);
    hours[5] = null;
    assertThat(new AirDay(STANDARD).of("pm25", hours)).isEmpty();
  }

  /** 8 h means up to 8, 9 ... 24 o'clock; the hours from 12 to 19 hold 120, all others 40. */
  @Test
  void ozoneOfADayIsItsHighestMeanOfEightHours() {
    Double[] hours = new Double[24];
    Arrays.fill(hours, 40.0);
    Arrays.fill(hours, 12, 20, 120.0);
    assertThat(new AirDay(STANDARD).of("o3", hours)).hasValue(120);
    Arrays.fill(hours, 0, 4, null);
    assertThat(new AirDay(STANDARD).of("o3", hours)).as("fifteen means").hasValue(120);
    Arrays.fill(hours, 0, 6, null);
    assertThat(new AirDay(STANDARD).of("o3", hours)).as("thirteen means").isEmpty();
    Arrays.fill(hours, 12, 20, 161.0);
    assertThat(new AirDay(STANDARD).of("o3", hours)).as("above the limit").hasValue(161);
    Arrays.fill(hours, 12, 20, 160.4);
    assertThat(new AirDay(STANDARD).of("o3", hours)).as("160 once rounded").isEmpty();
  }

  private static AirYear year(Predicate<LocalDate> measured) {
    AirYear year = new AirYear(STANDARD);
    for (int i = 1; i <= 365; i++) {
      LocalDate day = LocalDate.ofYearDay(2025, i);
      if (measured.test(day)) {
        year.add(day, "o3", i);
        year.add(day, "pm25", i);
      }
    }
    return year;
  }

  private static void whole(AirYear year, LocalDate day, double fine) {
    STANDARD.pollutants().keySet().forEach(item -> year.add(day, item, 1));
    year.add(day, "pm25", fine);
  }
}
