package org.planpulse.reports.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.planpulse.reports.document.Cell.Amount;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Column.Kind;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.wording.Wording;

/**
 * A table as a flat sheet: heads in the first row, a row a line, nothing merged, so that it
 * filters, sorts and pivots. Sections and notes of rows are columns of their own; a missing value
 * is an empty cell.
 */
final class TableSheet {
  private static final int WIDEST = 60;
  private static final int NARROWEST = 8;

  private final Wording wording;
  private final String sampleMark;
  private final CellStyles styles;

  /**
   * @param sampleMark stands in the header of the printed sheet and below its data; empty for real
   *     data
   */
  TableSheet(Wording wording, String sampleMark, CellStyles styles) {
    this.wording = wording;
    this.sampleMark = sampleMark;
    this.styles = styles;
  }

  void write(Table table, Sheet sheet) {
    boolean sections = table.rows().stream().anyMatch(row -> !row.section().isEmpty());
    boolean notes = table.rows().stream().anyMatch(row -> !row.note().isEmpty());
    List<Integer> shown = shown(table);
    heads(table, shown, sections, notes, sheet);
    for (int i = 0; i < table.rows().size(); i++) {
      row(table.rows().get(i), shown, sections, notes, sheet.createRow(i + 1));
    }
    int columns = shown.size() + (sections ? 1 : 0) + (notes ? 1 : 0);
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns - 1));
    widths(sheet, columns);
    about(table, sheet);
    sheet.getHeader().setCenter(sampleMark);
  }

  private static List<Integer> shown(Table table) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).kind() != Kind.PICTURE) {
        shown.add(i);
      }
    }
    return shown;
  }

  private void heads(
      Table table, List<Integer> shown, boolean sections, boolean notes, Sheet sheet) {
    List<String> heads = new ArrayList<>();
    if (sections) {
      heads.add(wording.text("sheet.section"));
    }
    for (int i : shown) {
      Column column = table.columns().get(i);
      heads.add(column.head());
    }
    if (notes) {
      heads.add(table.noteHead());
    }
    var first = sheet.createRow(0);
    for (int i = 0; i < heads.size(); i++) {
      Cell cell = first.createCell(i);
      cell.setCellValue(heads.get(i));
      cell.setCellStyle(styles.head());
    }
  }

  private void row(
      Row row,
      List<Integer> shown,
      boolean sections,
      boolean notes,
      org.apache.poi.ss.usermodel.Row line) {
    int next = 0;
    if (sections) {
      text(line.createCell(next++), row.section());
    }
    for (int i : shown) {
      Cell cell = line.createCell(next++);
      if (row.cells().get(i) instanceof Amount amount) {
        number(cell, amount);
      } else {
        text(cell, row.cells().get(i).text());
      }
    }
    if (notes) {
      text(line.createCell(next), row.note());
    }
  }

  private void number(Cell cell, Amount amount) {
    cell.setCellStyle(styles.number(amount));
    if (amount.value() != null) {
      cell.setCellValue(amount.value().doubleValue());
    }
  }

  private void text(Cell cell, String text) {
    cell.setCellValue(text);
    cell.setCellStyle(styles.text());
  }

  /** In characters of the longest text of the first rows; a Chinese one is two wide. */
  private static void widths(Sheet sheet, int columns) {
    for (int column = 0; column < columns; column++) {
      int widest = NARROWEST;
      for (int i = 0; i <= Math.min(sheet.getLastRowNum(), 200); i++) {
        Cell cell = sheet.getRow(i).getCell(column);
        if (cell != null) {
          widest = Math.max(widest, width(cell));
        }
      }
      sheet.setColumnWidth(column, Math.min(WIDEST, widest + 2) * 256);
    }
  }

  private static int width(Cell cell) {
    return switch (cell.getCellType()) {
      case STRING ->
          cell.getStringCellValue().codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
      case NUMERIC -> 14;
      default -> 0;
    };
  }

  /** Where the printed table has a dash the sheet has an empty cell, which sums leave out. */
  private String missing(Table table) {
    boolean any =
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(cell -> cell instanceof Amount amount && amount.value() == null);
    return any ? wording.text("sheet.missing") : "";
  }

  /** Caption, note and mark are comments below the data, apart from it. */
  private void about(Table table, Sheet sheet) {
    int at = table.rows().size() + 2;
    for (String text : List.of(table.caption().line(), table.note(), missing(table), sampleMark)) {
      if (!text.isEmpty()) {
        sheet.createRow(at++).createCell(0).setCellValue(text);
      }
    }
  }
}
