package org.planpulse.jobs.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.explain.InputNames;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.Break;
import org.planpulse.reports.model.Dimension.Figure;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearLevel;
import org.planpulse.reports.model.Dimension.YearValue;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.part.DimensionSummary;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** The chapters of the dimensions: indicators of the city, or of one of its units. */
final class IndicatorChapters {

  private static final int CHARTS_PER_CHAPTER = 6;
  private static final int POINTS_FOR_A_CHART = 3;

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final TargetTexts targets;
  private final InputNames inputNames;
  private final TrendNotes trendNotes;
  private final List<Indicator> indicators;
  private final Function<String, Optional<Plan.Target>> bound;
  private final Map<String, List<GoldRow>> values;
  private final Map<String, GoldRow> trends;
  private final Map<String, List<String>> departments;

  /**
   * @param indicators to list
   * @param bound finds the target that binds the region, by code of the indicator
   */
  private IndicatorChapters(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      TargetTexts targets,
      List<Indicator> indicators,
      Function<String, Optional<Plan.Target>> bound,
      RegionFigures figures) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.targets = targets;
    this.inputNames = new InputNames(schemas, sentences);
    this.trendNotes = new TrendNotes(sentences);
    this.indicators = indicators;
    this.bound = bound;
    this.values = figures.values();
    this.trends = figures.trends();
    this.departments = figures.departments();
  }

  /** Of the city: the whole catalogue, judged by the plan. */
  static IndicatorChapters ofCity(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      TargetTexts targets,
      GoldReader gold) {
    return new IndicatorChapters(
        schemas,
        plan,
        year,
        sentences,
        targets,
        schemas.indicators(),
        plan::targetOf,
        RegionFigures.of(plan.city().code(), year, gold));
  }

  /** Of a unit: what is computed for units. The plan's targets bind the city, not the unit. */
  static IndicatorChapters ofUnit(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      TargetTexts targets,
      RegionFigures figures) {
    return new IndicatorChapters(
        schemas,
        plan,
        year,
        sentences,
        targets,
        schemas.indicators().stream().filter(Indicator::computedForUnits).toList(),
        code -> Optional.empty(),
        figures);
  }

  List<Dimension> dimensions() {
    Map<String, List<IndicatorRow>> byDimension = new LinkedHashMap<>();
    schemas.dimensions().keySet().forEach(key -> byDimension.put(key, new ArrayList<>()));
    for (Indicator indicator : indicators) {
      byDimension.get(indicator.dimension()).add(row(indicator));
    }
    return schemas.dimensions().values().stream()
        .filter(dimension -> !byDimension.get(dimension.key()).isEmpty())
        .map(
            dimension -> {
              List<IndicatorRow> rows = byDimension.get(dimension.key());
              return new Dimension(
                  dimension.key(),
                  dimension.name().in(sentences.language()),
                  DimensionSummary.of(rows, year, sentences),
                  rows,
                  figures(rows));
            })
        .toList();
  }

  private IndicatorRow row(Indicator indicator) {
    List<GoldRow> rows = values.getOrDefault(indicator.code(), List.of());
    Map<Integer, Double> series = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.number("value") != null)
        .forEach(row -> series.put(row.whole("year"), row.number("value")));
    Optional<GoldRow> current = rows.stream().filter(row -> row.whole("year") == year).findFirst();
    Optional<Plan.Target> target = bound.apply(indicator.code());
    GoldRow trend = trends.get(indicator.code());
    Level level = current.map(row -> level(row.text("level"))).orElse(Level.INFO);
    return new IndicatorRow(
        indicator.code(),
        indicator.name().in(sentences.language()),
        indicator.category().in(sentences.language()),
        sentences.say("attribute." + indicator.attribute()),
        symbol(indicator),
        indicator.decimals(),
        series.get(plan.baseYear()),
        series.get(year - 1),
        series.get(year),
        series.containsKey(year) ? "" : missingReason(indicator, current),
        target.map(t -> targets.text(t, indicator)).orElse(""),
        target.flatMap(t -> targets.value(t, indicator)).orElse(null),
        trend == null ? null : trend.number("slope_per_year"),
        trend != null && trend.number("mk_p") != null && trend.number("mk_p") < 0.05,
        level,
        sentences.join(
            Stream.concat(
                    Stream.of(judgement(level, target, series.get(year), trend)),
                    trendNotes.of(indicator, trend).stream())
                .toList()),
        sources(indicator),
        series.entrySet().stream().map(e -> new YearValue(e.getKey(), e.getValue())).toList(),
        rows.stream()
            .filter(row -> row.number("value") != null)
            .map(row -> new YearLevel(row.whole("year"), level(row.text("level"))))
            .toList(),
        breaks(indicator, series.keySet()));
  }

  /** Those between the years shown. */
  private List<Break> breaks(Indicator indicator, Set<Integer> years) {
    return schemas.breaks().of(indicator).stream()
        .filter(at -> years.stream().anyMatch(shown -> shown < at.year()))
        .filter(at -> years.stream().anyMatch(shown -> shown >= at.year()))
        .map(at -> new Break(at.year(), at.text().in(sentences.language())))
        .toList();
  }

  private String missingReason(Indicator indicator, Optional<GoldRow> current) {
    if (!indicator.computed()) {
      return indicator.notComputable().in(sentences.language());
    }
    return current
        .map(row -> row.text("reason"))
        .filter(inputs -> !inputs.isBlank())
        .map(inputs -> sentences.say("missing.inputs", "names", inputNames.of(indicator, inputs)))
        .orElseGet(() -> sentences.say("missing.all"));
  }

  private String judgement(Level level, Optional<Plan.Target> target, Double value, GoldRow trend) {
    if (target.isPresent()) {
      return targets.judgement(target.get(), level, value);
    }
    if (value == null) {
      return sentences.say("judgement.no_value");
    }
    if (trend == null || trend.number("mk_p") == null) {
      return sentences.say(trend == null ? "judgement.context" : "judgement.trend_short");
    }
    if (trend.number("mk_p") >= 0.05) {
      return sentences.say("judgement.trend_flat");
    }
    return sentences.say(
        trend.amount("slope_per_year") > 0 ? "judgement.trend_up" : "judgement.trend_down");
  }

  private String symbol(Indicator indicator) {
    Unit unit = schemas.units().get(indicator.unit());
    return unit.symbol().in(sentences.language());
  }

  /** Whose files the values rest on; empty for an indicator without any. */
  private String sources(Indicator indicator) {
    return sentences.join(
        departments.getOrDefault(indicator.code(), List.of()).stream()
            .map(key -> schemas.departments().get(key))
            .filter(Objects::nonNull)
            .map(department -> department.name().in(sentences.language()))
            .toList());
  }

  /** One chart an indicator: those with a target first, then the standard's basic ones. */
  private List<Figure> figures(List<IndicatorRow> rows) {
    Set<String> basic =
        schemas.indicators().stream()
            .filter(indicator -> indicator.attribute().equals("basic"))
            .map(Indicator::code)
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> row.series().size() >= POINTS_FOR_A_CHART)
        .sorted(
            Comparator.comparing((IndicatorRow row) -> row.target() == null)
                .thenComparing(row -> !basic.contains(row.code())))
        .limit(CHARTS_PER_CHAPTER)
        .map(row -> new Figure(row.name(), row.unit(), List.of(row.code())))
        .toList();
  }

  static Level level(String text) {
    return Level.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
