package org.planpulse.reports.document;

import java.util.List;

/**
 * A row of a table.
 *
 * @param section what rows that follow each other have in common, printed once above them; empty
 *     for none
 * @param cells one a column
 * @param note stands below the cells; empty for none
 * @param accountOf code that the rows of this section account for; empty for none
 */
public record Row(String section, List<Cell> cells, String note, String accountOf) {

  public Row(String section, List<Cell> cells, String note) {
    this(section, cells, note, "");
  }

  public static Row of(Cell... cells) {
    return new Row("", List.of(cells), "");
  }

  public Row withNote(String text) {
    return new Row(section, cells, text, accountOf);
  }

  public Row in(String title) {
    return new Row(title, cells, note, accountOf);
  }

  public Row accountOf(String code) {
    return new Row(section, cells, note, code);
  }
}
