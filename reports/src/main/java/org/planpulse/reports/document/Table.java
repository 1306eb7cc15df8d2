package org.planpulse.reports.document;

import java.util.List;

/**
 * A table.
 *
 * @param note stands below it; empty for none
 * @param noteHead head of the rows' notes where they are a column of their own; empty for none
 */
public record Table(
    Caption caption, String note, String noteHead, List<Column> columns, List<Row> rows)
    implements Block {

  public Table {
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "%d cells for %d columns in table %s"
                .formatted(row.cells().size(), columns.size(), caption.line()));
      }
    }
  }

  public static Table of(Caption caption, List<Column> columns, List<Row> rows) {
    return new Table(caption, "", "", columns, rows);
  }

  public Table withNote(String text) {
    return new Table(caption, text, noteHead, columns, rows);
  }

  /** Names what the notes of the rows are. */
  public Table withRowNotes(String head) {
    return new Table(caption, note, head, columns, rows);
  }
}
