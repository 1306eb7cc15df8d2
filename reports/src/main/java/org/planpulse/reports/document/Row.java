package org.planpulse.reports.document;

import java.util.List;

/**
 * A row of a table.
 *
 * @param section what rows that follow each other have in common, printed once above them; empty
 *     for none
 * @param cells one a column
 * @param note stands below the cells; empty for none
 */
public record Row(String section, List<Cell> cells, String note) {

  public static Row of(Cell... cells) {
    return new Row("", List.of(cells), "");
  }

  public Row withNote(String text) {
    return new Row(section, cells, text);
  }

  public Row in(String title) {
    return new Row(title, cells, note);
  }
}
