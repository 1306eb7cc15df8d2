package org.planpulse.samples.department;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Puts texts and numbers on a sheet, .xls or .xlsx, as a clerk lays a table out. */
final class SheetPainter {

  private final Sheet sheet;
  private final CellStyle centre;
  private final CellStyle right;

  SheetPainter(Workbook workbook, String name) {
    sheet = workbook.createSheet(name);
    centre = workbook.createCellStyle();
    centre.setAlignment(HorizontalAlignment.CENTER);
    centre.setVerticalAlignment(VerticalAlignment.CENTER);
    centre.setWrapText(true);
    right = workbook.createCellStyle();
    right.setAlignment(HorizontalAlignment.RIGHT);
  }

  /** A title over so many columns. */
  void title(int row, int columns, String text) {
    centred(row, 0, text);
    merge(row, row, 0, columns - 1);
  }

  void text(int row, int column, String text) {
    cell(row, column).setCellValue(text);
  }

  void number(int row, int column, double value) {
    cell(row, column).setCellValue(value);
  }

  void centred(int row, int column, String text) {
    Cell cell = cell(row, column);
    cell.setCellValue(text);
    cell.setCellStyle(centre);
  }

  void rightAligned(int row, int column, String text) {
    Cell cell = cell(row, column);
    cell.setCellValue(text);
    cell.setCellStyle(right);
  }

  /** A header over several cells. */
  void centred(int firstRow, int lastRow, int firstColumn, int lastColumn, String text) {
    centred(firstRow, firstColumn, text);
    merge(firstRow, lastRow, firstColumn, lastColumn);
  }

  /**
   * A figure as the table shows it.
   *
   * @param asText as text with thousands commas, as copied from a word processor
   */
  void figure(int row, int column, String figure, boolean asText) {
    if (figure.isEmpty()) {
      cell(row, column).setBlank();
    } else if (!Character.isDigit(figure.charAt(figure.length() - 1))) {
      rightAligned(row, column, figure);
    } else if (asText) {
      rightAligned(row, column, withCommas(figure) + " ");
    } else {
      number(row, column, Double.parseDouble(figure));
    }
  }

  private static String withCommas(String figure) {
    int point = figure.indexOf('.');
    int end = point < 0 ? figure.length() : point;
    StringBuilder text = new StringBuilder(figure);
    for (int at = end - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow < lastRow || firstColumn < lastColumn) {
      sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
  }

  private Cell cell(int row, int column) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return line.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }
}
