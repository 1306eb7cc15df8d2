package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Mark;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Warning;
import org.planpulse.reports.wording.Light;

/** All warnings of the year, worst first; and one of them for whom it concerns. */
final class WarningParts {
  private WarningParts() {}

  static List<Block> all(Scope scope) {
    List<Warning> warnings = scope.checkup().warnings();
    if (warnings.isEmpty()) {
      return List.of(
          new Statements(
              scope.heading("warnings.caption", scope.year()),
              List.of(scope.text("warnings.none"))));
    }
    return List.of(
        Table.of(
                scope.table("warnings.caption", scope.year()),
                List.of(
                    Column.text(scope.text("warning.level"), 60),
                    Column.text(scope.text("warning.object"), 140),
                    Column.number(scope.text("warning.value"), 54),
                    Column.number(scope.text("warning.threshold"), 54),
                    Column.text(scope.text("warning.unit"), 60),
                    Column.number(scope.text("warning.since"), 33),
                    Column.text(scope.text("warning.duty"), 90)),
                warnings.stream()
                    .sorted(Comparator.comparing(Warning::level, WarningParts::worstFirst))
                    .map(warning -> row(warning, scope))
                    .toList())
            .withRowNotes(scope.text("warning.reason")));
  }

  /** Levels stand from best to worst, with the unjudged one last. */
  private static int worstFirst(Level a, Level b) {
    return Integer.compare(weight(b), weight(a));
  }

  private static int weight(Level level) {
    return level == Level.INFO ? -1 : level.ordinal();
  }

  private static Row row(Warning warning, Scope scope) {
    return Row.of(
            new Mark(Light.of(warning.level(), scope.wording())),
            Cell.strong(warning.object()),
            Cell.number(warning.value(), warning.decimals()).stronger(),
            Cell.number(warning.threshold(), warning.decimals()),
            Cell.text(warning.unit()),
            Cell.text(Integer.toString(warning.sinceYear())),
            Cell.text(warning.duty()))
        .withNote(warning.reason());
  }

  /** What is wrong, against what, since when, and who answers for it. */
  static List<Block> facts(Scope scope) {
    Warning warning = scope.warning();
    String unit = " " + scope.sentences().behindNumber(warning.unit());
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of(
            Cell.text(scope.text("warning.level")),
            new Mark(Light.of(warning.level(), scope.wording()))));
    rows.add(fact(scope, "notice.object", Cell.strong(warning.object())));
    rows.add(
        fact(scope, "warning.value", Cell.number(warning.value(), warning.decimals()).with(unit)));
    rows.add(
        fact(
            scope,
            "warning.threshold",
            Cell.number(warning.threshold(), warning.decimals()).with(unit)));
    rows.add(fact(scope, "warning.reason", Cell.text(warning.reason())));
    rows.add(fact(scope, "warning.since", Cell.text(Integer.toString(warning.sinceYear()))));
    rows.add(fact(scope, "notice.clause", Cell.text(warning.clause())));
    return List.of(
        Table.of(
            scope.table("notice.facts"),
            List.of(
                Column.text(scope.text("notice.item"), 90),
                Column.text(scope.text("notice.finding"), 401)),
            rows));
  }

  private static Row fact(Scope scope, String label, Cell value) {
    return Row.of(Cell.text(scope.text(label)), value);
  }

  static List<Block> chart(Scope scope) {
    String code = scope.warning().indicatorCode();
    return scope.checkup().dimensions().stream()
        .flatMap(dimension -> dimension.indicators().stream())
        .filter(row -> row.code().equals(code))
        .findFirst()
        .map(row -> List.<Block>of(IndicatorCharts.of(row, scope, Figure.Size.WIDE)))
        .orElseThrow(() -> scope.lacks("指标 " + code, "the indicator " + code));
  }

  static List<Block> measure(Scope scope) {
    return List.of(
        new Statements(
            scope.heading("notice.measures"),
            List.of(scope.warning().measure(), scope.sentences().say("notice.reply"))));
  }
}
