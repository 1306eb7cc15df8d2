package org.planpulse.samples.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2020, 128.6", "2022, 137.9", "2024, 163.2"})
  void theYearsRainIsThatOfTheWaterBulletin(int year, double depth) throws IOException {
    WeatherStation.write(new LandingZone(folder), new Random(1));
    List<String[]> days = days(year);

    double rain =
        days.stream()
                .mapToInt(day -> Integer.parseInt(day[3]))
                .filter(tenths -> tenths < 32000)
                .sum()
            / 10.0;
    assertThat(days).hasSize(Year.of(year).length());
    assertThat(rain).isCloseTo(depth, within(2.5));
  }

  @Test
  void theClimateIsThatOfADesertSteppe() throws IOException {
    WeatherStation.write(new LandingZone(folder), new Random(1));
    List<String[]> days =
        IntStream.rangeClosed(2020, 2025).boxed().flatMap(year -> days(year).stream()).toList();

    assertThat(temperature(days, "01")).isCloseTo(-17.8, within(2.0));
    assertThat(temperature(days, "07")).isCloseTo(24.0, within(2.0));
    assertThat(days).anyMatch(day -> day[2].equals("32766"));
    assertThat(days).anyMatch(day -> day[3].equals("32700"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42})
  void mostDaysAreGoodAndSomeAreBlank(long seed) throws IOException {
    EcologyBranch.write(new LandingZone(folder), new Random(seed));
    for (int year = 2020; year <= 2025; year++) {
      Path file = folder.resolve("生态环境分局/样例_环境空气质量日报_" + year + ".xlsx");
      try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
        Sheet sheet = book.getSheetAt(0);
        int good = 0;
        int blank = 0;
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
          boolean isBlank = sheet.getRow(row).getCell(8) == null;
          blank += isBlank ? 1 : 0;
          good += !isBlank && sheet.getRow(row).getCell(8).getNumericCellValue() <= 100 ? 1 : 0;
        }
        assertThat(good).isBetween(325, 352);
        assertThat(blank).isBetween(1, 15);
      }
    }
  }

  @Test
  void theIndexIsTheWorstPollutantRoundedUp() {
    assertThat(AirQualityIndex.of(Map.of("pm10", 150.0, "pm25", 35.0))).isEqualTo(100);
    assertThat(AirQualityIndex.of(Map.of("pm10", 151.0))).isEqualTo(101);
    assertThat(AirQualityIndex.of(Map.of("o3", 130.0, "co", 1.0))).isEqualTo(75);
    assertThat(AirQualityIndex.level(100)).isEqualTo("良");
    assertThat(AirQualityIndex.level(101)).isEqualTo("轻度污染");
  }

  @Test
  void twentyPlotsLieInGachasEveryYear() throws IOException {
    GrasslandPlots.write(new LandingZone(folder), new Random(1));
    Path file = folder.resolve("自然资源局/样例_草原监测样地_2025.xlsx");
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(21);
      for (int row = 2; row <= 21; row++) {
        assertThat(sheet.getRow(row).getCell(1).getStringCellValue()).matches("15250120020[1-5]");
        assertThat(sheet.getRow(row).getCell(5).getNumericCellValue()).isBetween(5.0, 60.0);
      }
    }
  }

  private static double temperature(List<String[]> days, String month) {
    return days.stream()
            .filter(day -> day[1].substring(4, 6).equals(month))
            .mapToInt(day -> Integer.parseInt(day[2]))
            .filter(tenths -> tenths < 32000)
            .average()
            .orElseThrow()
        / 10;
  }

  private List<String[]> days(int year) {
    Path file = folder.resolve("气象局/样例_53068_日值_" + year + ".csv");
    try {
      List<String> lines = Files.readAllLines(file, Charset.forName("GBK"));
      return lines.stream().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
