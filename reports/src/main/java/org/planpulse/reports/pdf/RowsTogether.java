package org.planpulse.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.document.Row;

/**
 * Which rows of a table no end of a page may part: its first ones, so that its caption does not
 * stand alone, its last ones, so that none of them does, and the first ones of a section.
 */
final class RowsTogether {
  /** Rows on the last page of a table that takes more than one. */
  private static final int LAST = 3;

  /** Rows below a caption, and below the head of a section, at the bottom of a page. */
  private static final int FIRST = 2;

  private RowsTogether() {}

  /** The first of the rows that each row stays together with, by index; often the row itself. */
  static List<Integer> starts(List<Row> rows) {
    List<Integer> starts = new ArrayList<>();
    int tail = tail(rows);
    for (int i = 0; i < rows.size(); i++) {
      starts.add(i >= tail ? tail : i - behindHead(rows, i));
    }
    return starts;
  }

  /** Too few rows to end two pages stay together as a whole. */
  private static int tail(List<Row> rows) {
    int tail = rows.size() - LAST;
    return tail < FIRST ? 0 : tail - behindHead(rows, tail);
  }

  /** How many rows stand above a row that stays with the head of its section, or of the table. */
  private static int behindHead(List<Row> rows, int row) {
    for (int above = 0; above < FIRST; above++) {
      boolean head = !rows.get(row - above).section().isEmpty() && opens(rows, row - above);
      if (head || row == above) {
        return above;
      }
    }
    return 0;
  }

  /** One more than a table has that stays together as a whole: its note comes with it. */
  static int toStart(List<Row> rows) {
    int first = (int) starts(rows).stream().filter(start -> start == 0).count();
    return first == rows.size() ? first + 1 : first;
  }

  /** Whether the row is the first of its section. */
  static boolean opens(List<Row> rows, int row) {
    return row == 0 || !rows.get(row).section().equals(rows.get(row - 1).section());
  }
}
