package org.planpulse.jobs.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.planpulse.reports.WholeFile;
import org.planpulse.schemas.Sentences;

/**
 * All places of a department as a list to sort and filter. Every cell is a text, also one that
 * begins like a formula, and is marked so: what a file brought in must not run in somebody's
 * spreadsheet.
 */
final class ReturnWorkbook {

  private static final List<String> HEADS =
      List.of(
          "number",
          "severity",
          "dataset",
          "file",
          "place",
          "message",
          "remedy",
          "raw",
          "code",
          "first_seen");

  /** In characters. */
  private static final int[] WIDTHS = {6, 8, 18, 36, 20, 48, 48, 40, 20, 12};

  private static final int LONGEST_TEXT = 32_767;
  private static final int KEPT_ROWS = 200;

  private final Sentences sentences;

  ReturnWorkbook(Sentences sentences) {
    this.sentences = sentences;
  }

  Path write(List<ReturnLine> lines, Path file) throws IOException {
    return WholeFile.write(
        file,
        draft -> {
          try (SXSSFWorkbook workbook = new SXSSFWorkbook(KEPT_ROWS);
              OutputStream out = Files.newOutputStream(draft)) {
            fill(workbook, lines);
            workbook.write(out);
          }
        });
  }

  private void fill(Workbook workbook, List<ReturnLine> lines) {
    Sheet sheet = workbook.createSheet(sentences.say("returns.sheet"));
    CellStyle head = head(workbook);
    CellStyle text = text(workbook);
    Row first = sheet.createRow(0);
    for (int column = 0; column < HEADS.size(); column++) {
      put(first, column, sentences.say("returns.column." + HEADS.get(column)), head);
      sheet.setColumnWidth(column, WIDTHS[column] * 256);
    }
    for (int i = 0; i < lines.size(); i++) {
      Row row = sheet.createRow(i + 1);
      List<String> texts = texts(i + 1, lines.get(i));
      for (int column = 0; column < texts.size(); column++) {
        put(row, column, texts.get(column), text);
      }
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, lines.size(), 0, HEADS.size() - 1));
  }

  private List<String> texts(int number, ReturnLine line) {
    return List.of(
        String.valueOf(number),
        sentences.say("severity." + line.severity()),
        line.datasetName(),
        line.file(),
        line.place(),
        line.message(),
        line.remedy(),
        line.raw(),
        line.code(),
        line.firstSeen());
  }

  private static void put(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    cell.setCellStyle(style);
  }

  private static CellStyle head(Workbook workbook) {
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(bold);
    style.setBorderBottom(BorderStyle.MEDIUM);
    return style;
  }

  private static CellStyle text(Workbook workbook) {
    CellStyle style = workbook.createCellStyle();
    style.setQuotePrefixed(true);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }
}
