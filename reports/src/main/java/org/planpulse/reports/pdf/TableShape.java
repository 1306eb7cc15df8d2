package org.planpulse.reports.pdf;

import java.util.List;
import java.util.function.IntPredicate;
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
 * @param links columns with codes, by index: one that is accounted for elsewhere leads there
 * @param noted whether rows have notes
 * @param sectioned whether rows have sections
 * @param accounts whether sections account for a code
 * @param rowsToStart how many rows the first page of the table needs, or it starts on the next
 */
record TableShape(
    List<Integer> widths,
    List<Kind> kinds,
    List<Integer> marks,
    List<Integer> links,
    boolean noted,
    boolean sectioned,
    boolean accounts,
    int rowsToStart) {

  static TableShape of(Table table) {
    return new TableShape(
        table.columns().stream().map(Column::width).toList(),
        table.columns().stream().map(Column::kind).toList(),
        columns(table, column -> isMarks(table, column)),
        columns(table, column -> hasCodes(table, column)),
        table.rows().stream().anyMatch(row -> !row.note().isEmpty()),
        table.rows().stream().anyMatch(row -> !row.section().isEmpty()),
        table.rows().stream().anyMatch(row -> !row.accountOf().isEmpty()),
        RowsTogether.toStart(table.rows()));
  }

  private static List<Integer> columns(Table table, IntPredicate asked) {
    return IntStream.range(0, table.columns().size()).filter(asked).boxed().toList();
  }

  private static boolean hasCodes(Table table, int column) {
    return table.rows().stream().anyMatch(row -> row.cells().get(column) instanceof Cell.Code);
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

  boolean hasLinks(int column) {
    return links.contains(column);
  }
}
