package org.planpulse.reports.part;

import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.ReturnNote;

/** What a department is asked to mend. */
final class ReturnParts {
  private ReturnParts() {}

  /** As many kinds as one page holds; the attachments list everything. */
  static List<Block> kinds(Scope scope) {
    List<ReturnNote.Kind> all =
        scope.required(scope.note().kinds(), "退回的问题", "issues to be mended");
    List<Row> rows = all.stream().limit(scope.most()).map(ReturnParts::kind).toList();
    int more = all.size() - rows.size();
    return List.of(
        Table.of(
                scope.table("returns.caption"),
                List.of(
                    Column.text(scope.text("issue.severity"), 36),
                    Column.text(scope.text("issue.dataset"), 76),
                    Column.text(scope.text("issue.message"), 170),
                    Column.text(scope.text("issue.remedy"), 165),
                    Column.number(scope.text("issue.count"), 44)),
                rows)
            .withNote(more > 0 ? scope.text("returns.more", more) : ""));
  }

  private static Row kind(ReturnNote.Kind kind) {
    return Row.of(
        Cell.text(kind.severity()),
        Cell.text(kind.dataset()),
        Cell.text(kind.message() + "\n" + kind.example()),
        Cell.text(kind.remedy()),
        Cell.whole(kind.count()));
  }

  static List<Block> steps(Scope scope) {
    String attachments = scope.sentences().join(scope.note().attachments());
    return List.of(
        new Statements(
            scope.heading("returns.next"),
            List.of(
                scope.text("returns.mend"),
                scope.text("returns.attached", attachments),
                scope.text("returns.again"))));
  }
}
