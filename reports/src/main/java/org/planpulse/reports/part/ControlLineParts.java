package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Mark;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.ControlLines.ExposureRow;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.reports.model.ControlLines.ZoneRow;
import org.planpulse.reports.wording.Light;

/** Land use inside the control lines, and what lies where it must not. */
final class ControlLineParts {
  private ControlLineParts() {}

  static List<Block> zones(Scope scope) {
    List<ZoneRow> rows =
        scope.required(scope.checkup().controlLines().rows(), "控制线图层", "layers of control lines");
    GroupColumns groups = new GroupColumns(scope);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(scope.text("zone.name"), 95));
    columns.add(Column.number(scope.text("zone.count"), 40));
    columns.add(Column.number(scope.text("zone.area"), 55));
    columns.addAll(groups.heads(165));
    columns.add(Column.number(scope.text("zone.target"), 72));
    columns.add(Column.text(scope.text("zone.level"), 64));
    return List.of(
        Table.of(
            scope.table("control.zones", scope.year()),
            columns,
            rows.stream().map(row -> zone(row, groups, scope)).toList()));
  }

  private static Row zone(ZoneRow row, GroupColumns groups, Scope scope) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(row.name()));
    cells.add(Cell.whole(row.zones()));
    cells.add(Cell.km2(row.areaM2()).stronger());
    cells.addAll(groups.cells(row.groupsM2()));
    cells.add(Cell.text(row.targetText()));
    cells.add(new Mark(Light.of(row.level(), scope.wording())));
    return new Row("", cells, "");
  }

  static List<Block> violations(Scope scope) {
    ControlLines lines = scope.checkup().controlLines();
    int year = scope.year();
    String unchecked =
        lines.unchecked().isEmpty() ? "" : scope.text("violation.unchecked", lines.unchecked());
    if (lines.violations().isEmpty()) {
      return List.of(
          new Statements(
              scope.heading("control.violations", year, year - 1),
              List.of(unchecked.isEmpty() ? scope.text("violation.norules") : unchecked)));
    }
    return List.of(
        Table.of(
                scope.table("control.violations", year, year - 1),
                List.of(
                    Column.text(scope.text("violation.rule"), 193),
                    Column.number(scope.text("violation.parcels"), 52),
                    Column.number(scope.text("violation.area", year), 60),
                    Column.number(scope.text("violation.previous", year - 1), 60),
                    Column.number(scope.text("violation.change"), 60),
                    Column.text(scope.text("violation.level"), 66)),
                lines.violations().stream().map(row -> violation(row, scope)).toList())
            .withNote(unchecked)
            .withRowNotes(scope.text("violation.places")));
  }

  private static Row violation(ViolationRow row, Scope scope) {
    return Row.of(
            Cell.strong(row.ruleId() + "  " + row.rule()),
            Cell.whole(row.parcels()),
            Cell.hm2(row.areaM2()).stronger(),
            Cell.hm2(row.previousAreaM2()),
            Cell.hm2(change(row)).signed(),
            new Mark(Light.of(row.level(), scope.wording())))
        .withNote(places(row.places(), scope));
  }

  static List<Block> exposures(Scope scope) {
    List<ExposureRow> rows = scope.checkup().controlLines().exposures();
    int year = scope.year();
    if (rows.isEmpty()) {
      return List.of(
          new Statements(
              scope.heading("control.exposures", year, year - 1),
              List.of(scope.text("violation.norules"))));
    }
    return List.of(
        Table.of(
                scope.table("control.exposures", year, year - 1),
                List.of(
                    Column.text(scope.text("violation.rule"), 193),
                    Column.number(scope.text("exposure.things", year), 52),
                    Column.number(scope.text("exposure.things", year - 1), 60),
                    Column.number(scope.text("exposure.length", year), 60),
                    Column.number(scope.text("exposure.length", year - 1), 60),
                    Column.text(scope.text("violation.level"), 66)),
                rows.stream().map(row -> exposure(row, scope)).toList())
            .withRowNotes(scope.text("violation.places")));
  }

  private static Row exposure(ExposureRow row, Scope scope) {
    return Row.of(
            Cell.strong(row.ruleId() + "  " + row.rule()),
            Cell.whole(row.things()).stronger(),
            Cell.number(previousThings(row), 0),
            Cell.number(kilometres(row.lengthM()), 2),
            Cell.number(kilometres(row.previousLengthM()), 2),
            new Mark(Light.of(row.level(), scope.wording())))
        .withNote(places(row.places(), scope));
  }

  private static Double kilometres(Double metres) {
    return metres == null ? null : metres / 1000;
  }

  private static String places(String places, Scope scope) {
    return scope.text("violation.note", places.isEmpty() ? scope.text("none") : places);
  }

  /** Null when the rule was not checked the year before. */
  private static Double change(ViolationRow row) {
    return row.previousAreaM2() == null ? null : row.areaM2() - row.previousAreaM2();
  }

  private static Double previousThings(ExposureRow row) {
    return row.previousThings() == null ? null : row.previousThings().doubleValue();
  }
}
