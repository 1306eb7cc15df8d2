package org.planpulse.jobs.ingest.workbook;

import org.apache.poi.ss.util.CellReference;

/**
 * One cell as printed.
 *
 * @param row from 0
 * @param column from 0
 * @param text as the workbook shows it; dates in ISO form; never null
 * @param number value of a numeric cell or numeric formula result, else null
 * @param indent levels of indentation set as cell format
 * @param covered whether the text is another cell's, whose merged region covers this one
 */
public record GridCell(
    int row, int column, String text, Double number, int indent, boolean covered) {

  /** Whether there is nothing to see: non-breaking blanks count as blanks. */
  public boolean blank() {
    return blank(text);
  }

  static boolean blank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Address like {@code B7}. */
  public String address() {
    return new CellReference(row, column).formatAsString();
  }

  GridCell coveredAt(int otherRow, int otherColumn) {
    return new GridCell(otherRow, otherColumn, text, number, indent, true);
  }

  static GridCell empty(int row, int column) {
    return new GridCell(row, column, "", null, 0, false);
  }
}
