package org.planpulse.reports.docx;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Column.Kind;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;

/**
 * A table of the word processor: heads repeat on each page, rows stay whole, cells can be edited.
 */
final class DocxTable {
  private static final int WIDTH_TWIPS = 9820;

  private DocxTable() {}

  static void write(Table table, XWPFDocument word) {
    DocxReport.paragraph(word, "Caption", table.caption().line());
    List<Integer> shown =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).kind() != Kind.PICTURE)
            .boxed()
            .toList();
    XWPFTable grid = word.createTable(1, shown.size());
    grid.setStyleID("Rules");
    grid.setWidth(WIDTH_TWIPS);
    layOut(grid.getCTTbl(), widths(table, shown));
    head(table, shown, grid.getRow(0));
    String section = "";
    for (Row row : table.rows()) {
      if (!row.section().equals(section)) {
        section = row.section();
        spanning(grid, shown.size(), section, "EEF4F4");
      }
      row(table, row, shown, grid.createRow());
      if (!row.note().isEmpty()) {
        spanning(grid, shown.size(), row.note(), "");
      }
    }
    if (!table.note().isEmpty()) {
      DocxReport.paragraph(word, "Note", table.note());
    }
  }

  /** In twips. */
  private static List<Integer> widths(Table table, List<Integer> shown) {
    int sum = shown.stream().mapToInt(i -> table.columns().get(i).width()).sum();
    return shown.stream().map(i -> table.columns().get(i).width() * WIDTH_TWIPS / sum).toList();
  }

  /** Widths that hold for every row; the lines are those of the style, not the library's box. */
  private static void layOut(CTTbl table, List<Integer> widths) {
    table.getTblPr().unsetTblBorders();
    table.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid columns = table.addNewTblGrid();
    widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
  }

  private static void head(Table table, List<Integer> shown, XWPFTableRow head) {
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < shown.size(); i++) {
      Column column = table.columns().get(shown.get(i));
      text(head.getCell(i), column.head(), column.kind() == Kind.NUMBER, true);
    }
  }

  private static void row(Table table, Row row, List<Integer> shown, XWPFTableRow line) {
    line.setCantSplitRow(true);
    for (int i = 0; i < shown.size(); i++) {
      Cell cell = row.cells().get(shown.get(i));
      boolean number = table.columns().get(shown.get(i)).kind() == Kind.NUMBER;
      text(line.getCell(i), cell.text(), number, cell.strong());
      if (!cell.shade().isEmpty()) {
        line.getCell(i).setColor(cell.shade().substring(1));
      }
    }
  }

  /** One cell over all columns. */
  private static void spanning(XWPFTable grid, int columns, String text, String shade) {
    XWPFTableRow line = grid.createRow();
    for (int i = columns - 1; i > 0; i--) {
      line.removeCell(i);
    }
    XWPFTableCell cell = line.getCell(0);
    CTTcPr properties =
        cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
    text(cell, text, false, !shade.isEmpty());
    if (!shade.isEmpty()) {
      cell.setColor(shade);
    }
  }

  private static void text(XWPFTableCell cell, String text, boolean number, boolean bold) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle("Cell");
    if (number) {
      paragraph.setAlignment(ParagraphAlignment.RIGHT);
    }
    String[] lines = text.split("\n", -1);
    XWPFRun run = paragraph.createRun();
    run.setBold(bold);
    run.setText(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      run.addBreak();
      run.setText(lines[i]);
    }
  }
}
