package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/** Reads header rows, merged or not, into a path for each column. */
final class Header {

  private final SheetGrid grid;
  private final List<Integer> rows;
  private final Predicate<String> isUnit;

  private Header(SheetGrid grid, List<Integer> rows, Predicate<String> isUnit) {
    this.grid = grid;
    this.rows = rows;
    this.isUnit = isUnit;
  }

  /** Headings by column number; columns without any are absent. */
  static Map<Integer, ColumnHeading> read(
      SheetGrid grid, List<Integer> rows, Predicate<String> isUnit) {
    Header header = new Header(grid, withoutEnglishRows(grid, rows), isUnit);
    Map<Integer, ColumnHeading> headings = new LinkedHashMap<>();
    for (int column = 0; column <= grid.lastColumn(); column++) {
      ColumnHeading heading = header.heading(column);
      if (!heading.equals(ColumnHeading.NONE)) {
        headings.put(column, heading);
      }
    }
    return headings;
  }

  private static List<Integer> withoutEnglishRows(SheetGrid grid, List<Integer> rows) {
    return rows.stream()
        .filter(
            row ->
                grid.texts(row).isEmpty()
                    || grid.texts(row).stream().anyMatch(c -> !TableWords.english(c.text())))
        .toList();
  }

  private ColumnHeading heading(int column) {
    List<String> names = new ArrayList<>();
    String unit = null;
    StringBuilder marks = new StringBuilder();
    String before = "";
    for (int level = 0; level < rows.size(); level++) {
      GridCell cell = cellOrGroup(level, column);
      boolean repeated = cell.covered() && cell.text().equals(before);
      before = cell.text();
      if (cell.blank() || repeated) {
        continue;
      }
      Label label = Label.of(cell.text(), isUnit);
      marks.append(label.marks());
      unit = label.unit() == null ? unit : label.unit();
      if (!label.name().isEmpty()) {
        names.add(label.name());
      }
    }
    return new ColumnHeading(String.join("/", names), unit, marks.toString());
  }

  /** A group heading that is centred over its columns without merging counts for all of them. */
  private GridCell cellOrGroup(int level, int column) {
    GridCell cell = grid.cell(rows.get(level), column);
    if (!cell.blank() || level == rows.size() - 1 || below(level, column).blank()) {
      return cell;
    }
    for (int left = column - 1; left > 0; left--) {
      GridCell group = grid.cell(rows.get(level), left);
      if (!group.blank()) {
        GridCell leaf = below(level, left);
        return leaf.blank() || leaf.covered() && leaf.text().equals(group.text()) ? cell : group;
      }
    }
    return cell;
  }

  private GridCell below(int level, int column) {
    return grid.cell(rows.get(level + 1), column);
  }
}
