package org.planpulse.reports.part;

import java.util.List;
import java.util.stream.Stream;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Trace;

/** Follows each figure to the files it rests on: one row an input. */
final class TraceParts {
  private TraceParts() {}

  static List<Block> all(Scope scope) {
    List<Trace> trace = scope.checkup().trace();
    if (trace.isEmpty()) {
      return List.of();
    }
    return List.of(
        Table.of(
                scope.table("trace.caption", scope.year()),
                List.of(
                    Column.text(scope.text("trace.input"), 100),
                    Column.text(scope.text("trace.amount"), 92),
                    Column.text(scope.text("trace.source"), 244),
                    Column.text(scope.text("trace.known"), 55)),
                trace.stream().flatMap(TraceParts::rows).toList())
            .withNote(scope.text("trace.note")));
  }

  private static Stream<Row> rows(Trace trace) {
    return trace.inputs().stream()
        .map(
            input ->
                Row.of(
                        Cell.text(input.name()),
                        Cell.text(input.amount()),
                        Cell.text(input.source()),
                        Cell.text(input.known()))
                    .accountOf(trace.code())
                    .in(trace.code() + " " + trace.figure() + "  =  " + trace.formula()));
  }
}
