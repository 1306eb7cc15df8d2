package org.planpulse.reports.pdf;

import java.util.List;
import java.util.stream.IntStream;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Column.Kind;
import org.planpulse.reports.document.Table;

/**
 * All that the layout of a table depends on: tables of one shape share a template.
 *
 * @param widths of the columns, as shares
 * @param kinds of the columns
 * @param marks columns of lights only, by index: their words stand below each other
 * @param noted whether rows have notes
 * @param sectioned whether rows have sections
 */
record TableShape(
    List<Integer> widths, List<Kind> kinds, List<Integer> marks, boolean noted, boolean sectioned) {

  static TableShape of(Table table) {
    return new TableShape(
        table.columns().stream().map(Column::width).toList(),
        table.columns().stream().map(Column::kind).toList(),
        IntStream.range(0, table.columns().size())
            .filter(column -> isMarks(table, column))
            .boxed()
            .toList(),
        table.rows().stream().anyMatch(row -> !row.note().isEmpty()),
        table.rows().stream().anyMatch(row -> !row.section().isEmpty()));
  }

  private static boolean isMarks(Table table, int column) {
    return table.rows().stream().allMatch(row -> row.cells().get(column) instanceof Cell.Mark);
  }

  int columns() {
    return kinds.size();
  }

  boolean isNumber(int column) {
    return kinds.get(column) == Kind.NUMBER;
  }

  boolean isPicture(int column) {
    return kinds.get(column) == Kind.PICTURE;
  }

  boolean isMarks(int column) {
    return marks.contains(column);
  }
}
