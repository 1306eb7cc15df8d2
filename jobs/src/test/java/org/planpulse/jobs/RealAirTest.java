package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.ingest.TestSources;

/**
 * Hourly air of two stations in Beijing, 2013 to 2016 (UCI 501): indicators of the air against the
 * same worked out here from the raw lines, in other code and with limits of its own.
 */
class RealAirTest {

  private static final List<String> STATIONS = List.of("Aotizhongxin", "Changping");
  private static final List<Integer> YEARS = List.of(2013, 2015, 2016);
  private static final List<String> ITEMS = List.of("PM2.5", "PM10", "SO2", "NO2", "CO", "O3");

  /** Breakpoints up to index 100 of HJ 633; all that good days need. CO in mg/m3. */
  private static final Map<String, Integer> GOOD_2012 =
      Map.of("PM2.5", 75, "PM10", 150, "SO2", 150, "NO2", 80, "CO", 4, "O3", 160);

  private static final Map<String, Integer> GOOD_2026 =
      Map.of("PM2.5", 60, "PM10", 120, "SO2", 150, "NO2", 80, "CO", 4, "O3", 160);

  @TempDir static Path folder;

  private static RealWorkspace workspace;

  /** City means by day and item; unrounded, in the units of the limits. */
  private static final Map<LocalDate, Map<String, BigDecimal>> DAYS = new TreeMap<>();

  @BeforeAll
  static void runThePipeline() throws IOException, URISyntaxException {
    Path raw = TestSources.realData("air-weather-beijing-a");
    workspace = new RealWorkspace(folder, "air", "110000");
    Files.writeString(
        workspace.landing("民政局/city.geojson"),
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"code": "110000", "name": "北京市"},
          "geometry": {"type": "Polygon", "coordinates":
            [[[116, 39.8], [116.6, 39.8], [116.6, 40.4], [116, 40.4], [116, 39.8]]]}}]}
        """);
    Map<LocalDate, Map<String, List<BigDecimal>>> stations = new TreeMap<>();
    for (String station : STATIONS) {
      List<String[]> lines = lines(raw.resolve("PRSA_Data_" + station + "_20130301-20170228.csv"));
      deliver(station, lines);
      days(lines)
          .forEach(
              (day, items) ->
                  items.forEach(
                      (item, value) ->
                          stations
                              .computeIfAbsent(day, any -> new HashMap<>())
                              .computeIfAbsent(item, any -> new ArrayList<>())
                              .add(value)));
    }
    stations.forEach(
        (day, items) ->
            items.forEach(
                (item, values) ->
                    DAYS.computeIfAbsent(day, any -> new HashMap<>()).put(item, mean(values))));
    workspace.run();
  }

  @Test
  void yearlyMeansAreThoseOfTheValidDays() {
    Map<String, String> means =
        Map.of("RA-01", "SO2", "RA-02", "NO2", "RA-03", "PM10", "RA-04", "PM2.5", "EL-15", "PM2.5");
    for (int year : List.of(2015, 2016)) {
      means.forEach(
          (code, item) ->
              assertThat(indicator(code, year))
                  .as(code + " " + year)
                  .isCloseTo(mean(values(item, year)).doubleValue(), within(1e-6)));
    }
  }

  /** HJ 663-2013, annex A: rank 1 + (n - 1) p, linearly between neighbours. */
  @Test
  void percentilesAreThoseOfTheValidDays() {
    for (int year : List.of(2015, 2016)) {
      assertThat(indicator("EL-31", year)).isCloseTo(percentile("O3", year, 0.9), within(1e-6));
      assertThat(indicator("EL-32", year)).isCloseTo(percentile("CO", year, 0.95), within(1e-6));
    }
  }

  /** The series begins in March 2013, so that year has too few days, but its good days count. */
  @Test
  void aYearWithTooFewDaysHasNoMeanOrPercentile() {
    assertThat(value("RA-04", 2013)).isEmpty();
    assertThat(value("EL-31", 2013)).isEmpty();
    assertThat(value("RA-05", 2013)).isPresent();
  }

  @Test
  void goodDaysAreThoseOnWhichNoPollutantIsAboveItsLimitByEitherEdition() {
    for (int year : YEARS) {
      assertThat(indicator("RA-05", year)).isEqualTo(goodDays(year, GOOD_2012));
      assertThat(indicator("RA-06", year)).isEqualTo(goodDays(year, GOOD_2026));
      assertThat(indicator("RA-07", year)).isEqualTo(goodDays(year, GOOD_2012) + badDays(year));
      assertThat(goodDays(year, GOOD_2026)).isLessThan(goodDays(year, GOOD_2012));
    }
  }

  private static double indicator(String code, int year) {
    return value(code, year).orElseThrow();
  }

  private static Optional<Double> value(String code, int year) {
    return workspace
        .table(
            "gold.indicator_value",
            "indicator_code = '%s' AND region_code = '110000' AND year = %d".formatted(code, year))
        .select("value")
        .collectAsList()
        .stream()
        .filter(row -> !row.isNullAt(0))
        .map(row -> row.getDouble(0))
        .findFirst();
  }

  private static long goodDays(int year, Map<String, Integer> limits) {
    return DAYS.entrySet().stream()
        .filter(day -> day.getKey().getYear() == year)
        .filter(day -> day.getValue().keySet().containsAll(ITEMS))
        .filter(day -> !isAbove(day.getValue(), limits))
        .count();
  }

  private static long badDays(int year) {
    return DAYS.entrySet().stream()
        .filter(day -> day.getKey().getYear() == year)
        .filter(day -> isAbove(day.getValue(), GOOD_2012))
        .count();
  }

  private static boolean isAbove(Map<String, BigDecimal> day, Map<String, Integer> limits) {
    return day.entrySet().stream()
        .anyMatch(
            item ->
                item.getValue()
                        .setScale(item.getKey().equals("CO") ? 1 : 0, RoundingMode.HALF_EVEN)
                        .compareTo(BigDecimal.valueOf(limits.get(item.getKey())))
                    > 0);
  }

  private static List<BigDecimal> values(String item, int year) {
    return DAYS.entrySet().stream()
        .filter(day -> day.getKey().getYear() == year && day.getValue().containsKey(item))
        .map(day -> day.getValue().get(item))
        .toList();
  }

  private static double percentile(String item, int year, double share) {
    double[] sorted =
        values(item, year).stream().mapToDouble(BigDecimal::doubleValue).sorted().toArray();
    double rank = 1 + (sorted.length - 1) * share;
    int below = (int) rank;
    return sorted[below - 1] + (sorted[below] - sorted[below - 1]) * (rank - below);
  }

  /** Day by day from the hours: twenty of them, or fourteen running means over eight hours. */
  private static Map<LocalDate, Map<String, BigDecimal>> days(List<String[]> lines) {
    Map<LocalDate, Map<String, Double[]>> hours = new TreeMap<>();
    for (String[] line : lines) {
      for (int i = 0; i < ITEMS.size(); i++) {
        if (!line[5 + i].equals("NA")) {
          hours.computeIfAbsent(date(line), any -> new HashMap<>())
                  .computeIfAbsent(ITEMS.get(i), any -> new Double[24])[Integer.parseInt(line[4])] =
              Double.parseDouble(line[5 + i]) / (ITEMS.get(i).equals("CO") ? 1000 : 1);
        }
      }
    }
    Map<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();
    hours.forEach(
        (day, items) ->
            items.forEach(
                (item, values) ->
                    (item.equals("O3") ? ozone(values) : mean(values, 20))
                        .ifPresent(
                            value ->
                                days.computeIfAbsent(day, any -> new HashMap<>())
                                    .put(item, value))));
    return days;
  }

  private static Optional<BigDecimal> ozone(Double[] hours) {
    List<BigDecimal> means = new ArrayList<>();
    for (int end = 8; end <= 24; end++) {
      mean(Arrays.copyOfRange(hours, end - 8, end), 6).ifPresent(means::add);
    }
    return means.stream()
        .max(BigDecimal::compareTo)
        .filter(most -> means.size() >= 14 || most.doubleValue() > 160);
  }

  private static Optional<BigDecimal> mean(Double[] hours, int needed) {
    List<BigDecimal> known =
        Stream.of(hours).filter(hour -> hour != null).map(BigDecimal::valueOf).toList();
    return known.size() < needed ? Optional.empty() : Optional.of(mean(known));
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), 12, RoundingMode.HALF_UP);
  }

  /** The lines of the years looked at, without quotes. */
  private static List<String[]> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
        .skip(1)
        .map(line -> line.replace("\"", "").split(","))
        .filter(line -> YEARS.contains(Integer.parseInt(line[1])))
        .toList();
  }

  private static LocalDate date(String[] line) {
    return LocalDate.of(
        Integer.parseInt(line[1]), Integer.parseInt(line[2]), Integer.parseInt(line[3]));
  }

  /** The same lines with year, month and day in one column, as a department would write them. */
  private static void deliver(String station, List<String[]> lines) throws IOException {
    StringBuilder text = new StringBuilder("station,date,hour," + String.join(",", ITEMS) + "\n");
    for (String[] line : lines) {
      text.append(station).append(',').append(date(line)).append(',').append(line[4]);
      for (int i = 0; i < ITEMS.size(); i++) {
        text.append(',').append(line[5 + i]);
      }
      text.append('\n');
    }
    Files.writeString(workspace.landing("生态环境分局/hours-" + station + ".csv"), text);
  }
}
