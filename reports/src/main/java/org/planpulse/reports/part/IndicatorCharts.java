package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.drawing.LineChart;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearValue;
import org.planpulse.reports.wording.NumberText;

/** Line charts of indicators, half a page wide. */
final class IndicatorCharts {
  private IndicatorCharts() {}

  /** Those asked for, which must have values, or else those the dimension puts forward. */
  static List<Block> write(Scope scope) {
    if (!scope.asked().indicators().isEmpty()) {
      return scope.indicators().stream()
          .<Block>map(row -> of(row, scope, Figure.Size.HALF))
          .toList();
    }
    Dimension dimension =
        scope
            .dimension()
            .orElseThrow(() -> scope.lacks("所列指标或维度", "listed indicators or a dimension"));
    Map<String, IndicatorRow> byCode =
        dimension.indicators().stream()
            .collect(Collectors.toMap(IndicatorRow::code, Function.identity()));
    List<Block> figures = new ArrayList<>();
    for (Dimension.Figure figure : dimension.figures()) {
      List<IndicatorRow> rows =
          figure.indicatorCodes().stream()
              .map(byCode::get)
              .filter(row -> !row.series().isEmpty())
              .toList();
      if (!rows.isEmpty()) { // the table already says why
        figures.add(figure(figure.title(), rows, scope, Figure.Size.HALF));
      }
    }
    return figures;
  }

  static Figure of(IndicatorRow row, Scope scope, Figure.Size size) {
    if (row.series().isEmpty()) {
      throw scope.lacks("指标 " + row.code() + " 的数值", "values of the indicator " + row.code());
    }
    return figure(row.name(), List.of(row), scope, size);
  }

  private static Figure figure(
      String title, List<IndicatorRow> rows, Scope scope, Figure.Size size) {
    List<Integer> years =
        rows.stream().flatMap(row -> row.series().stream()).map(YearValue::year).sorted().toList();
    int first = years.get(0);
    int last = years.get(years.size() - 1);
    IndicatorRow row = rows.get(0);
    String source = row.source().isEmpty() ? "" : scope.text("dimension.source", row.source());
    return new Figure(
        scope.captions().figure(caption(title, row.unit(), first, last, scope)),
        source,
        alternative(title, row, scope),
        chart(rows, scope),
        size);
  }

  /** Mere counts have no unit in English. */
  private static String caption(String title, String unit, int first, int last, Scope scope) {
    return unit.isEmpty()
        ? scope.text("figure.caption.count", title, first, last)
        : scope.text("figure.caption", title, unit, first, last);
  }

  private static String alternative(String title, IndicatorRow row, Scope scope) {
    YearValue first = row.series().get(0);
    YearValue last = row.series().get(row.series().size() - 1);
    return scope.text(
        row.unit().isEmpty() ? "figure.alternative.count" : "figure.alternative",
        title,
        first.year(),
        NumberText.of(first.value(), row.decimals()),
        last.year(),
        NumberText.of(last.value(), row.decimals()),
        row.unit());
  }

  private static List<Integer> breaks(IndicatorRow row) {
    return row.breaks().stream().map(Dimension.Break::year).toList();
  }

  private static Drawing chart(List<IndicatorRow> rows, Scope scope) {
    List<LineChart.Line> lines =
        rows.stream()
            .map(row -> new LineChart.Line(row.name(), row.series(), breaks(row)))
            .toList();
    Double target = rows.size() == 1 ? rows.get(0).target() : null;
    String label =
        target == null
            ? ""
            : scope.text("figure.target", NumberText.of(target, rows.get(0).decimals()));
    return LineChart.of(lines, target, label);
  }
}
