package org.planpulse.jobs.ingest.workbook;

import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * One cell as printed.
 *
 * @param row from 0
 * @param column from 0
 * @param text as the workbook shows it; dates in ISO form; never null
 * @param number value of a numeric cell or numeric formula result, or of a number in a text file;
 *     else null
 * @param indent levels of indentation set as cell format
 * @param covered whether the text is another cell's, whose merged region covers this one
 */
public record GridCell(
    int row, int column, String text, Double number, int indent, boolean covered) {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?");

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

  /** A text as typed into a cell: digits without leading zeros become a number. */
  static GridCell typed(int row, int column, String text) {
    boolean number = NUMBER.matcher(text.strip()).matches();
    return new GridCell(
        row,
        column,
        number ? text.strip() : text,
        number ? Double.valueOf(text.strip().replace(",", "")) : null,
        0,
        false);
  }

  static GridCell empty(int row, int column) {
    return new GridCell(row, column, "", null, 0, false);
  }
}
