package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Caption;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Dot;
import org.planpulse.reports.document.Cell.Mark;
import org.planpulse.reports.document.Cell.Picture;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.drawing.Sparkline;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.Break;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Dimension.YearLevel;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;

/** Tables of indicators: all at a glance, each with its source, and as lights by year. */
final class IndicatorParts {
  private IndicatorParts() {}

  static List<Block> overview(Scope scope) {
    int year = scope.year();
    List<IndicatorRow> asked = scope.required(scope.indicators(), "指标", "indicators");
    List<Row> rows = new ArrayList<>();
    for (Dimension dimension : scope.subject().dimensions()) {
      dimension.indicators().stream()
          .filter(asked::contains)
          .forEach(row -> rows.add(overview(row, scope).in(dimension.name())));
    }
    return List.of(
        Table.of(
                scope.table(
                    "indicators.caption",
                    year,
                    scope.checkup().baseYear(),
                    scope.checkup().targetYear()),
                List.of(
                    Column.text(scope.text("indicator.code"), 46),
                    Column.text(scope.text("indicator.name"), 86),
                    Column.text(scope.text("indicator.unit"), 44),
                    Column.number(scope.text("indicator.base", scope.checkup().baseYear()), 41),
                    Column.number(scope.text("indicator.previous", year - 1), 41),
                    Column.number(scope.text("indicator.current", year), 41),
                    Column.number(scope.text("indicator.target"), 68),
                    Column.picture(scope.text("indicator.course"), 36),
                    Column.text(scope.text("indicator.trend"), 26),
                    Column.text(scope.text("indicator.level"), 62)),
                rows)
            .withNote(scope.text("indicators.note")));
  }

  private static Row overview(IndicatorRow row, Scope scope) {
    return Row.of(
        Cell.code(row.code()),
        Cell.text(row.name()),
        Cell.text(row.unit()),
        Cell.number(row.baseValue(), row.decimals()),
        Cell.number(row.previous(), row.decimals()),
        Cell.number(row.current(), row.decimals()).stronger(),
        Cell.text(row.targetText()),
        course(row),
        Cell.text(scope.text(trend(row))),
        mark(row, scope));
  }

  /** A line needs two points. */
  static Cell course(IndicatorRow row) {
    return row.series().size() < 2
        ? Cell.text("")
        : new Picture(
            "",
            new Sparkline(
                row.series(), row.breaks().stream().map(Break::year).toList(), row.target()));
  }

  static Mark mark(IndicatorRow row, Scope scope) {
    return new Mark(
        row.current() == null
            ? Light.none(scope.wording())
            : Light.of(row.level(), scope.wording()));
  }

  /** Level where the slope is printed as zero, so that arrow and number agree. */
  private static String trend(IndicatorRow row) {
    if (row.slopePerYear() == null) {
      return "trend.none";
    }
    if (NumberText.shown(row.slopePerYear(), slopeDecimals(row)).signum() == 0) {
      return "trend.flat";
    }
    String direction = row.slopePerYear() > 0 ? "trend.up" : "trend.down";
    return row.trendSignificant() ? direction : direction + ".weak";
  }

  /** A slope is printed with one digit more than the values. */
  private static int slopeDecimals(IndicatorRow row) {
    return row.decimals() + 1;
  }

  static List<Block> details(Scope scope) {
    int year = scope.year();
    return List.of(
        Table.of(
                about(scope, "dimension.caption", year),
                List.of(
                    Column.text(scope.text("indicator.code"), 58),
                    Column.text(scope.text("indicator.name"), 103),
                    Column.text(scope.text("indicator.unit"), 52),
                    Column.number(scope.text("indicator.previous", year - 1), 50),
                    Column.number(scope.text("indicator.current", year), 50),
                    Column.number(scope.text("indicator.target"), 65),
                    Column.number(scope.text("indicator.slope"), 47),
                    Column.text(scope.text("indicator.level"), 66)),
                scope.required(scope.indicators(), "指标", "indicators").stream()
                    .map(row -> detail(row, scope))
                    .toList())
            .withNote(scope.text("dimension.note"))
            .withRowNotes(scope.text("indicator.remarks")));
  }

  /** Caption with the dimension the table is about, or of all of them. */
  private static Caption about(Scope scope, String key, Object... years) {
    return scope
        .dimension()
        .map(
            dimension ->
                scope.table(
                    key + ".of",
                    Stream.concat(Stream.of(dimension.name()), Stream.of(years)).toArray()))
        .orElseGet(() -> scope.table(key, years));
  }

  private static Row detail(IndicatorRow row, Scope scope) {
    String star = row.trendSignificant() ? "*" : "";
    return Row.of(
            Cell.code(row.code()),
            Cell.strong(row.name()),
            Cell.text(row.unit()),
            Cell.number(row.previous(), row.decimals()),
            Cell.number(row.current(), row.decimals()).stronger(),
            Cell.text(row.targetText()),
            Cell.change(row.slopePerYear(), slopeDecimals(row)).with(star),
            mark(row, scope))
        .withNote(note(row, scope));
  }

  private static String note(IndicatorRow row, Scope scope) {
    String finding =
        row.current() == null
            ? scope.text("dimension.missing", row.missingReason())
            : row.judgement();
    String source = row.source().isEmpty() ? "" : scope.text("dimension.source", row.source());
    Stream<String> breaks = row.breaks().stream().map(at -> text(at, scope));
    return Stream.concat(Stream.of(row.category(), row.attribute(), finding, source), breaks)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(scope.text("list.separator")));
  }

  private static String text(Break at, Scope scope) {
    return scope.text("dimension.break", Integer.toString(at.year()), at.text());
  }

  /** Values by year, for who computes on. */
  static List<Block> series(Scope scope) {
    List<IndicatorRow> rows = scope.required(scope.indicators(), "指标", "indicators");
    List<Integer> years = years(scope);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(scope.text("indicator.code"), 52));
    columns.add(Column.text(scope.text("indicator.name"), 110));
    columns.add(Column.text(scope.text("indicator.unit"), 50));
    years.forEach(year -> columns.add(Column.number(year.toString(), 279 / years.size())));
    return List.of(
        Table.of(
                about(scope, "series.caption", years.get(0), years.get(years.size() - 1)),
                columns,
                rows.stream().map(row -> series(row, years)).toList())
            .withNote(scope.text("series.note")));
  }

  private static Row series(IndicatorRow row, List<Integer> years) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.code(row.code()));
    cells.add(Cell.text(row.name()));
    cells.add(Cell.text(row.unit()));
    years.forEach(year -> cells.add(Cell.number(row.valueOf(year), row.decimals())));
    return new Row("", cells, "");
  }

  private static List<Integer> years(Scope scope) {
    return IntStream.rangeClosed(scope.firstYear(), scope.year()).boxed().toList();
  }

  /** The lights of every judged indicator, year by year. */
  static List<Block> lightMatrix(Scope scope) {
    List<IndicatorRow> judged =
        scope.indicators().stream()
            .filter(row -> row.lights().stream().anyMatch(light -> light.level() != Level.INFO))
            .toList();
    scope.required(judged, "设有目标的指标", "an indicator with a target");
    TreeSet<Integer> years =
        judged.stream()
            .flatMap(row -> row.lights().stream())
            .map(YearLevel::year)
            .filter(year -> year >= scope.firstYear())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(scope.text("indicator.code"), 62));
    columns.add(Column.text(scope.text("indicator.name"), 160));
    years.forEach(year -> columns.add(Column.text(year.toString(), 269 / years.size())));
    return List.of(
        Table.of(
                scope.table("lights.caption", years.first(), years.last()),
                columns,
                judged.stream().map(row -> lights(row, years, scope)).toList())
            .withNote(legend(scope)));
  }

  /** What the symbols of the lights mean. */
  private static String legend(Scope scope) {
    Stream<Light> lights =
        Stream.concat(
            Arrays.stream(Level.values()).map(level -> Light.of(level, scope.wording())),
            Stream.of(Light.none(scope.wording())));
    return scope
        .sentences()
        .join(lights.map(light -> light.symbol() + " " + light.word()).toList());
  }

  private static Row lights(IndicatorRow row, TreeSet<Integer> years, Scope scope) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.code(row.code()));
    cells.add(Cell.text(row.name()));
    for (int year : years) {
      cells.add(
          new Dot(
              row.lightOf(year)
                  .map(level -> Light.of(level, scope.wording()))
                  .orElseGet(() -> Light.none(scope.wording()))));
    }
    return new Row("", cells, "");
  }

  /** First and last year of the stage side by side, and how far the target is. */
  static List<Block> stage(Scope scope) {
    int from = scope.firstYear();
    List<IndicatorRow> rows = scope.required(scope.indicators(), "指标", "indicators");
    return List.of(
        Table.of(
                scope.table("stage.caption", from, scope.year()),
                List.of(
                    Column.text(scope.text("indicator.code"), 52),
                    Column.text(scope.text("indicator.name"), 106),
                    Column.text(scope.text("indicator.unit"), 48),
                    Column.number(scope.text("indicator.base", from), 48),
                    Column.number(scope.text("indicator.current", scope.year()), 48),
                    Column.number(scope.text("stage.change"), 44),
                    Column.number(scope.text("indicator.target"), 48),
                    Column.picture(scope.text("indicator.course"), 36),
                    Column.text(scope.text("indicator.level"), 61)),
                rows.stream().map(row -> stage(row, from, scope)).toList())
            .withNote(stageNote(rows, from, scope)));
  }

  /** Names the series that break within the stage, whose change would mean nothing. */
  private static String stageNote(List<IndicatorRow> rows, int from, Scope scope) {
    Stream<String> breaks =
        rows.stream()
            .flatMap(
                row ->
                    row.breaks().stream()
                        .filter(at -> at.year() > from && at.year() <= scope.year())
                        .map(at -> row.code() + " " + text(at, scope)));
    return Stream.concat(Stream.of(scope.text("stage.note")), breaks)
        .collect(Collectors.joining(scope.text("list.separator")));
  }

  private static Row stage(IndicatorRow row, int from, Scope scope) {
    Double first = row.valueOf(from);
    return Row.of(
        Cell.code(row.code()),
        Cell.text(row.name()),
        Cell.text(row.unit()),
        Cell.number(first, row.decimals()),
        Cell.number(row.current(), row.decimals()).stronger(),
        Cell.change(PercentChange.of(row, from, scope.year()), 1).with("%"),
        Cell.text(row.targetText()),
        course(row),
        mark(row, scope));
  }
}
