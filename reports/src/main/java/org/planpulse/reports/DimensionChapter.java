package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.drawing.LineChart;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.Figure;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearValue;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** A dimension: what its indicators say, where they come from, and how they moved. */
final class DimensionChapter {
  private DimensionChapter() {}

  record IndicatorLine(
      String code,
      String name,
      String unit,
      String previous,
      String current,
      String target,
      String slope,
      String symbol,
      String light,
      String colour,
      String note) {}

  static Chapter write(Dimension dimension, Checkup checkup, Place place) {
    Wording wording = place.wording();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Blocks.table(
            "dimension",
            place.captions().table("dimension.caption", dimension.name(), checkup.year()),
            wording.text("dimension.note"),
            dimension.indicators().stream().map(row -> line(row, wording)).toList(),
            "PREVIOUS",
            wording.text("indicator.previous", checkup.year() - 1),
            "CURRENT",
            wording.text("indicator.current", checkup.year())));
    List<CaptionedFigure> figures = figures(dimension, place);
    if (!figures.isEmpty()) {
      blocks.add(FigurePairs.block(figures));
    }
    return new Chapter(
        place.chapter(),
        wording.text("chapter.dimension", dimension.name()),
        dimension.summary(),
        blocks);
  }

  private static IndicatorLine line(IndicatorRow row, Wording wording) {
    Light light = IndicatorsChapter.light(row, wording);
    String star = row.trendSignificant() ? "*" : "";
    return new IndicatorLine(
        row.code(),
        row.name(),
        row.unit(),
        NumberText.of(row.previous(), row.decimals()),
        NumberText.of(row.current(), row.decimals()),
        row.targetText(),
        NumberText.signed(row.slopePerYear(), row.decimals() + 1) + star,
        light.symbol(),
        light.word(),
        light.colour(),
        note(row, wording));
  }

  private static String note(IndicatorRow row, Wording wording) {
    String finding =
        row.current() == null
            ? wording.text("dimension.missing", row.missingReason())
            : row.judgement();
    String source = row.source().isEmpty() ? "" : wording.text("dimension.source", row.source());
    Stream<String> breaks =
        row.breaks().stream()
            .map(at -> wording.text("dimension.break", Integer.toString(at.year()), at.text()));
    return Stream.concat(Stream.of(row.category(), row.attribute(), finding, source), breaks)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(wording.text("list.separator")));
  }

  private static List<Integer> breaks(IndicatorRow row) {
    return row.breaks().stream().map(Dimension.Break::year).toList();
  }

  /** A figure without any value is left out: the table already says why. */
  private static List<CaptionedFigure> figures(Dimension dimension, Place place) {
    Map<String, IndicatorRow> byCode =
        dimension.indicators().stream()
            .collect(Collectors.toMap(IndicatorRow::code, Function.identity()));
    List<CaptionedFigure> figures = new ArrayList<>();
    for (Figure figure : dimension.figures()) {
      List<IndicatorRow> rows =
          figure.indicatorCodes().stream()
              .map(byCode::get)
              .filter(row -> !row.series().isEmpty())
              .toList();
      if (!rows.isEmpty()) {
        figures.add(figure(figure, rows, place));
      }
    }
    return figures;
  }

  private static CaptionedFigure figure(Figure figure, List<IndicatorRow> rows, Place place) {
    List<Integer> years =
        rows.stream().flatMap(row -> row.series().stream()).map(YearValue::year).sorted().toList();
    String caption =
        place
            .captions()
            .figure(
                "figure.caption",
                figure.title(),
                figure.unit(),
                years.get(0),
                years.get(years.size() - 1));
    return new CaptionedFigure(chart(rows, place.wording()), caption);
  }

  private static Renderable chart(List<IndicatorRow> rows, Wording wording) {
    List<LineChart.Line> lines =
        rows.stream()
            .map(row -> new LineChart.Line(row.name(), row.series(), breaks(row)))
            .toList();
    Double target = rows.size() == 1 ? rows.get(0).target() : null;
    String label =
        target == null
            ? ""
            : wording.text("figure.target", NumberText.of(target, rows.get(0).decimals()));
    return LineChart.of(lines, target, label);
  }
}
