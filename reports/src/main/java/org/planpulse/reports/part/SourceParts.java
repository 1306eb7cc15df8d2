package org.planpulse.reports.part;

import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Sources;
import org.planpulse.reports.model.Sources.Delivery;
import org.planpulse.reports.model.Sources.Department;
import org.planpulse.reports.model.Sources.IssueLine;
import org.planpulse.reports.wording.NumberText;

/** What a report rests on: deliveries, issues, choices, citations, gaps. */
final class SourceParts {
  private SourceParts() {}

  private static Sources sources(Scope scope) {
    return scope.checkup().sources();
  }

  static List<Block> departments(Scope scope) {
    List<Department> rows =
        scope.required(sources(scope).departments(), "部门应交资料", "what departments owe");
    return List.of(
        Table.of(
                scope.table("sources.departments", scope.checkup().dataAsOf()),
                List.of(
                    Column.text(scope.text("department.name"), 141),
                    Column.number(scope.text("department.owed"), 45),
                    Column.number(scope.text("department.accepted"), 50),
                    Column.number(scope.text("department.returned"), 50),
                    Column.number(scope.text("department.overdue"), 45),
                    Column.number(scope.text("department.missing"), 50),
                    Column.number(scope.text("department.quality"), 45),
                    Column.text(scope.text("department.received"), 65)),
                rows.stream().map(SourceParts::department).toList())
            .withNote(scope.text("departments.note")));
  }

  private static Row department(Department department) {
    return Row.of(
        Cell.text(department.name()),
        Cell.whole(department.owed()),
        Cell.whole(department.accepted()),
        Cell.whole(department.returned()),
        Cell.whole(department.overdue()),
        Cell.whole(department.missing()),
        Cell.number(quality(department), 0),
        Cell.text(
            department.receivedOn().isEmpty() ? NumberText.MISSING : department.receivedOn()));
  }

  /** Null where nothing came that could be scored. */
  private static Double quality(Department department) {
    return department.quality() == null ? null : department.quality().doubleValue();
  }

  static List<Block> deliveries(Scope scope) {
    List<Delivery> rows = sources(scope).deliveries();
    if (rows.isEmpty()) {
      return none(scope, "sources.deliveries", scope.checkup().dataAsOf());
    }
    return List.of(
        Table.of(
                scope.table("sources.deliveries", scope.checkup().dataAsOf()),
                List.of(
                    Column.text(scope.text("delivery.dataset"), 88),
                    Column.text(scope.text("delivery.department"), 66),
                    Column.text(scope.text("delivery.periods"), 46),
                    Column.text(scope.text("delivery.state"), 46),
                    Column.text(scope.text("delivery.received"), 49),
                    Column.number(scope.text("delivery.files"), 28),
                    Column.number(scope.text("delivery.in"), 42),
                    Column.number(scope.text("delivery.loaded"), 42),
                    Column.number(scope.text("delivery.quarantined"), 54),
                    Column.number(scope.text("delivery.quality"), 30)),
                rows.stream().map(row -> delivery(row, scope)).toList())
            .withNote(scope.text("deliveries.note")));
  }

  private static Row delivery(Delivery delivery, Scope scope) {
    String mark = scope.text(delivery.accepted() ? "delivery.accepted" : "delivery.open");
    return Row.of(
        Cell.text(delivery.name()),
        Cell.text(delivery.department()),
        Cell.text(delivery.periods()),
        Cell.text(mark + " " + delivery.state()),
        Cell.text(delivery.receivedOn()),
        Cell.whole(delivery.files()),
        Cell.whole(delivery.rowsIn()),
        Cell.whole(delivery.rowsLoaded()),
        Cell.whole(delivery.rowsQuarantined()),
        Cell.whole(delivery.quality()));
  }

  static List<Block> issues(Scope scope) {
    List<IssueLine> rows = sources(scope).issues();
    if (rows.isEmpty()) {
      return none(scope, "sources.issues", scope.checkup().dataAsOf());
    }
    return List.of(
        Table.of(
            scope.table("sources.issues", scope.checkup().dataAsOf()),
            List.of(
                Column.text(scope.text("issue.severity"), 36),
                Column.text(scope.text("issue.department"), 80),
                Column.text(scope.text("issue.dataset"), 90),
                Column.text(scope.text("issue.message"), 241),
                Column.number(scope.text("issue.count"), 44)),
            rows.stream().map(SourceParts::issue).toList()));
  }

  private static Row issue(IssueLine issue) {
    return Row.of(
        Cell.text(issue.severity()),
        Cell.text(issue.department()),
        Cell.text(issue.dataset()),
        Cell.text(issue.message()),
        Cell.whole(issue.count()));
  }

  /** Nothing to say of real data. */
  static List<Block> sampleNote(Scope scope) {
    return scope.checkup().sampleData()
        ? List.of(
            new Statements(scope.heading("sources.sample"), List.of(scope.checkup().sampleNote())))
        : List.of();
  }

  static List<Block> choices(Scope scope) {
    return statements(scope, "sources.choices", sources(scope).choices());
  }

  static List<Block> citations(Scope scope) {
    return statements(scope, "sources.citations", sources(scope).citations());
  }

  static List<Block> notEvaluated(Scope scope) {
    return statements(scope, "sources.unevaluated", sources(scope).notEvaluated());
  }

  private static List<Block> statements(Scope scope, String heading, List<String> sentences) {
    return sentences.isEmpty()
        ? none(scope, heading)
        : List.of(new Statements(scope.heading(heading), sentences));
  }

  /** Says so where there is nothing. */
  private static List<Block> none(Scope scope, String heading, Object... arguments) {
    return List.of(new Statements(scope.heading(heading, arguments), List.of(scope.text("none"))));
  }
}
