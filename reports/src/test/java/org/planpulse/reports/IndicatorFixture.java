package org.planpulse.reports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.Break;
import org.planpulse.reports.model.Dimension.Figure;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearLevel;
import org.planpulse.reports.model.Dimension.YearValue;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.part.DimensionSummary;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Sentences;

/** Indicators with real names and invented values, gaps and missing ones among them. */
final class IndicatorFixture {
  private static final int FIRST_YEAR = 2015;
  private static final List<String[]> DIMENSIONS =
      List.of(
          new String[] {"TJ21-A", "安全", "Safety"},
          new String[] {"TJ21-B", "创新", "Innovation"},
          new String[] {"TJ21-C", "协调", "Coordination"},
          new String[] {"TJ21-D", "绿色", "Green"},
          new String[] {"TJ21-E", "开放", "Openness"},
          new String[] {"TJ21-F", "共享", "Sharing"},
          new String[] {"SJ20", "规划指标", "Plan indicators"},
          new String[] {"EL-", "特色", "Features"},
          new String[] {"LOCAL-", "地方特色", "Local indicators"});

  private final Language language;
  private final Sentences sentences;

  IndicatorFixture(Language language) {
    this.language = language;
    this.sentences = new Sentences(Types.sentences(), language);
  }

  private String t(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }

  List<Dimension> dimensions() {
    List<IndicatorRow> rows = indicators();
    List<Dimension> dimensions = new ArrayList<>();
    for (String[] names : DIMENSIONS) {
      String prefix = names[0];
      List<IndicatorRow> own = rows.stream().filter(row -> row.code().startsWith(prefix)).toList();
      dimensions.add(
          new Dimension(
              prefix,
              t(names[1], names[2]),
              DimensionSummary.of(own, CheckupFixture.YEAR, sentences),
              own,
              own.stream().limit(5).map(this::figure).toList()));
    }
    return dimensions;
  }

  private Figure figure(IndicatorRow row) {
    return new Figure(row.name(), row.unit(), List.of(row.code()));
  }

  private List<IndicatorRow> indicators() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                IndicatorFixture.class.getResourceAsStream("/fixture-indicators.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> indicator(line.split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IndicatorRow indicator(String[] cells) {
    int decimals = Integer.parseInt(cells[6]);
    double base = Double.parseDouble(cells[7]);
    double growth = Double.parseDouble(cells[8]);
    Double target = cells[9].isEmpty() ? null : Double.valueOf(cells[9]);
    int hash = Math.floorMod(cells[0].hashCode(), 11);
    boolean missing = hash == 3;
    List<YearValue> series = missing ? List.of() : series(base, growth, hash);
    Level level = target == null ? Level.INFO : Level.values()[hash % 5];
    return new IndicatorRow(
        cells[0],
        t(cells[2], cells[3]),
        t(cells[1], "category"),
        cells[10].equals("B") ? t("基本", "basic") : t("推荐", "recommended"),
        t(cells[4], cells[5]),
        decimals,
        missing ? null : value(series, 2020),
        missing ? null : value(series, CheckupFixture.YEAR - 1),
        missing ? null : value(series, CheckupFixture.YEAR),
        missing ? t("缺少输入：消防站点位、道路网", "inputs missing: fire stations, road network") : "",
        target == null ? "" : "≥ " + cells[9] + " (2035)",
        target,
        missing ? null : base * growth,
        hash % 2 == 0 && !missing,
        missing ? Level.INFO : level,
        missing
            ? t("资料缺失", "no data")
            : target == null
                ? t("不作判定，无显著趋势", "not judged, no clear trend")
                : t(
                    "达标但持续下降，按近年降速将于2031年前后跌破底线",
                    "met, but falling; at the recent rate the floor breaks about 2031"),
        t(
            "统计局 统计年鉴2026；农牧和水务局 水资源公报2025",
            "Bureau of Statistics, yearbook 2026; Water bulletin 2025"),
        series,
        lights(series, level),
        hash == 7 && !missing
            ? List.of(new Break(2023, t("2023年起执行新标准", "a new standard since 2023")))
            : List.of());
  }

  /** The light of the year, and green in the years before. */
  private static List<YearLevel> lights(List<YearValue> series, Level level) {
    return series.stream()
        .map(
            point ->
                new YearLevel(
                    point.year(),
                    level == Level.INFO || point.year() == CheckupFixture.YEAR
                        ? level
                        : Level.GREEN))
        .toList();
  }

  private static List<YearValue> series(double base, double growth, int hash) {
    List<YearValue> series = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= CheckupFixture.YEAR; year++) {
      boolean gap = hash == 5 && year == 2018;
      if (!gap) {
        series.add(
            new YearValue(year, base == 0 ? late(growth, year) : wave(base, growth, year, hash)));
      }
    }
    return series;
  }

  private static double wave(double base, double growth, int year, int hash) {
    double wave = 1 + 0.004 * Math.sin(year * 1.7 + hash);
    return base * Math.pow(1 + growth, year - 2020) * wave;
  }

  /** Zero until the first year of the five looked back upon, then growing by equal steps. */
  private static double late(double step, int year) {
    return Math.max(0, year - 2021) * step;
  }

  private static Double value(List<YearValue> series, int year) {
    return series.stream()
        .filter(point -> point.year() == year)
        .map(YearValue::value)
        .findFirst()
        .orElse(null);
  }
}
