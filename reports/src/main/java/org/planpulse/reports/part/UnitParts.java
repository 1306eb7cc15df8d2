package org.planpulse.reports.part;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Unit;

/** What a unit of the city has of its own, beside the city. */
final class UnitParts {
  private UnitParts() {}

  static List<Block> indicators(Scope scope) {
    int year = scope.year();
    List<IndicatorRow> rows = scope.required(scope.indicators(), "指标", "indicators");
    Map<String, IndicatorRow> city =
        scope.checkup().dimensions().stream()
            .flatMap(dimension -> dimension.indicators().stream())
            .collect(Collectors.toMap(IndicatorRow::code, Function.identity()));
    return List.of(
        Table.of(
                scope.table("unit.indicators", scope.unit().name(), year),
                List.of(
                    Column.text(scope.text("indicator.code"), 50),
                    Column.text(scope.text("indicator.name"), 144),
                    Column.text(scope.text("indicator.unit"), 54),
                    Column.number(scope.text("indicator.previous", year - 1), 42),
                    Column.number(scope.text("indicator.current", year), 42),
                    Column.number(scope.text("unit.city", year), 48),
                    Column.picture(scope.text("indicator.course"), 36),
                    Column.text(scope.text("indicator.level"), 75)),
                rows.stream().map(row -> row(row, city.get(row.code()), scope)).toList())
            .withNote(scope.text("unit.indicators.note")));
  }

  /**
   * @param city the same indicator of the whole city; null when it is computed for units only
   */
  private static Row row(IndicatorRow row, IndicatorRow city, Scope scope) {
    return Row.of(
        Cell.code(row.code()),
        Cell.text(row.name()),
        Cell.text(row.unit()),
        Cell.number(row.previous(), row.decimals()),
        Cell.number(row.current(), row.decimals()).stronger(),
        Cell.number(city == null ? null : city.current(), row.decimals()),
        IndicatorParts.course(row),
        IndicatorParts.mark(row, scope));
  }

  static List<Block> missing(Scope scope) {
    Unit unit = scope.unit();
    List<String> missing =
        unit.missing().isEmpty() ? List.of(scope.text("unit.complete")) : unit.missing();
    return List.of(
        new Statements(
            scope.heading("unit.missing"),
            Stream.concat(missing.stream(), Stream.of(unit.cityOnly())).toList()));
  }
}
