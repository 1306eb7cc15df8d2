package org.planpulse.jobs.ingest.table;

import java.util.List;
import org.planpulse.jobs.ingest.workbook.GridCell;

/** What a sheet row looks like by itself. */
enum RowKind {
  BLANK,
  /** Holds 单位：…, perhaps beside a title. */
  UNIT,
  /** A remark under the table. */
  NOTE,
  /** One text: a title, a group heading or a remark, depending on where it stands. */
  SINGLE,
  /** Several texts and no value: a header row, or a row whose values are all missing. */
  TEXTS,
  /** Years beside each other: a header row. */
  YEARS,
  /** At least one value behind the first cell. */
  DATA;

  /**
   * @param cells with a text of their own, from left to right
   */
  static RowKind of(List<GridCell> cells) {
    if (cells.isEmpty()) {
      return BLANK;
    }
    List<GridCell> behind = cells.subList(1, cells.size());
    boolean values =
        behind.stream().anyMatch(c -> TableWords.value(c.text()) && !TableWords.year(c.text()));
    if (values) {
      return DATA;
    }
    if (cells.stream().anyMatch(cell -> TableWords.unitLine(cell.text()) != null)) {
      return UNIT;
    }
    String first = cells.get(0).text();
    if (TableWords.note(first) || TableWords.source(first)) {
      return NOTE;
    }
    if (cells.stream().anyMatch(cell -> TableWords.year(cell.text()))) {
      return years(cells);
    }
    return cells.size() == 1 ? SINGLE : TEXTS;
  }

  /** Years in a header follow each other; values that happen to look like years do not. */
  private static RowKind years(List<GridCell> cells) {
    List<Integer> years =
        cells.stream()
            .filter(cell -> TableWords.year(cell.text()))
            .map(cell -> Integer.valueOf(TableWords.normalise(cell.text()).substring(0, 4)))
            .toList();
    int step = years.size() < 2 ? 1 : years.get(1) - years.get(0);
    for (int i = 1; i < years.size(); i++) {
      // In a header of several groups the years begin again.
      boolean follows = years.get(i) - years.get(i - 1) == step;
      boolean restarts = years.get(i).equals(years.get(0));
      if (!follows && !restarts) {
        return DATA;
      }
    }
    return step == 0 && years.size() > 2 ? DATA : YEARS;
  }
}
