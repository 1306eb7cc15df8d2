package org.planpulse.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * A chapter: the indicators of one dimension.
 *
 * @param key e.g. {@code safety}
 * @param summary one paragraph
 * @param figures indicators worth a chart, at most six; each names indicators of this chapter
 */
public record Dimension(
    String key, String name, String summary, List<IndicatorRow> indicators, List<Figure> figures) {

  /**
   * One line of the indicator table.
   *
   * @param category the standard's secondary category
   * @param baseValue value in the plan's base year, null when there is none
   * @param previous last year's value
   * @param current this year's value
   * @param missingReason why there is no current value; empty otherwise
   * @param targetText e.g. "≥ 1061 (2035)"; empty when there is no target
   * @param slopePerYear Theil-Sen slope in {@code unit} per year, null for too few points
   * @param trendSignificant Mann-Kendall p below 0.05
   * @param source e.g. "统计局 统计年鉴 2025；农牧和水务局 水资源公报"
   * @param series yearly values, gaps absent, ascending
   * @param lights of the years with a value, ascending
   * @param breaks where the series must not be joined, ascending; none before its second year
   */
  public record IndicatorRow(
      String code,
      String name,
      String category,
      String attribute,
      String unit,
      int decimals,
      Double baseValue,
      Double previous,
      Double current,
      String missingReason,
      String targetText,
      Double target,
      Double slopePerYear,
      boolean trendSignificant,
      Level level,
      String judgement,
      String source,
      List<YearValue> series,
      List<YearLevel> lights,
      List<Break> breaks) {

    /** Null for a year without value. */
    public Double valueOf(int year) {
      return series.stream()
          .filter(point -> point.year() == year)
          .map(YearValue::value)
          .findFirst()
          .orElse(null);
    }

    /** Whether the later year means something else than the earlier one. */
    public boolean breaksBetween(int earlier, int later) {
      return breaks.stream().anyMatch(at -> at.year() > earlier && at.year() <= later);
    }

    public Optional<Level> lightOf(int year) {
      return lights.stream()
          .filter(light -> light.year() == year)
          .map(YearLevel::level)
          .findFirst();
    }
  }

  /**
   * @param year the first that means something else than those before
   * @param text what changed
   */
  public record Break(int year, String text) {}

  public record YearValue(int year, double value) {}

  public record YearLevel(int year, Level level) {}

  /**
   * A line chart of one indicator, with its target line where there is one, or of several of the
   * same unit.
   */
  public record Figure(String title, String unit, List<String> indicatorCodes) {}
}
