package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/**
 * Columns of a table by their part in it. A page set in two halves is two panels: the header begins
 * again in the middle.
 *
 * @param labels columns of row labels, the outermost first
 * @param unit column of units, or -1
 * @param note column of remarks, or -1
 * @param values columns of data
 */
record Panel(List<Integer> labels, int unit, int note, List<Integer> values) {

  static List<Panel> of(SheetGrid grid, TableBlock block, Map<Integer, ColumnHeading> headings) {
    List<Integer> starts = starts(grid, block, headings);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : grid.lastColumn();
      panels.add(panel(grid, block, headings, starts.get(i), end));
    }
    return panels;
  }

  private static List<Integer> starts(
      SheetGrid grid, TableBlock block, Map<Integer, ColumnHeading> headings) {
    List<Integer> starts = new ArrayList<>();
    if (block.header.isEmpty()) {
      return List.of(firstUsed(grid, block, 0, grid.lastColumn()));
    }
    List<GridCell> header = grid.texts(block.header.get(0));
    String label = TableWords.normalise(header.get(0).text());
    int bodyStart = firstUsed(grid, block, 0, grid.lastColumn());
    boolean labelHeading = header.get(0).column() == bodyStart && !TableWords.year(label);
    starts.add(bodyStart);
    boolean valuesSeen = false;
    for (int column = bodyStart + 1; column <= grid.lastColumn(); column++) {
      GridCell heading = grid.cell(block.header.get(0), column);
      boolean repeated =
          labelHeading && !heading.covered() && TableWords.normalise(heading.text()).equals(label);
      String path = headings.getOrDefault(column, ColumnHeading.NONE).path();
      boolean words = !aside(path) && words(grid, block, column);
      if (repeated || words && valuesSeen && valuesBehind(grid, block, column)) {
        starts.add(column);
        valuesSeen = false;
      }
      valuesSeen |= !words && !aside(path) && used(grid, block, column);
    }
    return starts;
  }

  /** Units and remarks are words too but label nothing. */
  private static boolean aside(String path) {
    return TableWords.unitHeading(path)
        || TableWords.noteHeading(path)
        || TableWords.serialHeading(path);
  }

  private static boolean valuesBehind(SheetGrid grid, TableBlock block, int column) {
    for (int behind = column + 1; behind <= grid.lastColumn(); behind++) {
      if (count(grid, block, behind, true) > 0 && !words(grid, block, behind)) {
        return true;
      }
    }
    return false;
  }

  private static Panel panel(
      SheetGrid grid, TableBlock block, Map<Integer, ColumnHeading> headings, int start, int end) {
    List<Integer> labels = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int unit = -1;
    int note = -1;
    for (int column = start; column <= end; column++) {
      String path = headings.getOrDefault(column, ColumnHeading.NONE).path();
      if (TableWords.unitHeading(path)) {
        unit = column;
      } else if (TableWords.noteHeading(path)) {
        note = column;
      } else if (TableWords.serialHeading(path)) {
        continue;
      } else if (values.isEmpty() && label(grid, block, column, labels.isEmpty(), path)) {
        labels.add(column);
      } else if (used(grid, block, column) || headings.containsKey(column)) {
        values.add(column);
      }
    }
    return new Panel(labels, unit, note, values);
  }

  /** The first column labels its row whatever it holds. */
  private static boolean label(
      SheetGrid grid, TableBlock block, int column, boolean first, String path) {
    return first || words(grid, block, column) && !TableWords.year(path);
  }

  /** Whether a column holds more words than values. */
  private static boolean words(SheetGrid grid, TableBlock block, int column) {
    return count(grid, block, column, false) > count(grid, block, column, true);
  }

  private static long count(SheetGrid grid, TableBlock block, int column, boolean values) {
    return block.body.stream()
        .map(row -> grid.cell(row, column))
        .filter(cell -> !cell.blank() && !across(grid, cell))
        .filter(cell -> TableWords.value(cell.text()) == values)
        .count();
  }

  /** A group heading merged over the row says nothing about the columns it covers. */
  private static boolean across(SheetGrid grid, GridCell cell) {
    return cell.covered() && grid.texts(cell.row()).size() == 1;
  }

  private static boolean used(SheetGrid grid, TableBlock block, int column) {
    return block.body.stream().anyMatch(row -> !grid.cell(row, column).blank());
  }

  private static int firstUsed(SheetGrid grid, TableBlock block, int from, int to) {
    for (int column = from; column < to; column++) {
      if (used(grid, block, column)) {
        return column;
      }
    }
    return from;
  }
}
