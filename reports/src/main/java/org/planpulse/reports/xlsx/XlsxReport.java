package org.planpulse.reports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.office.OfficeProperties;
import org.planpulse.reports.office.StableZip;
import org.planpulse.reports.wording.Wording;

/**
 * The tables of a document to compute on: one flat sheet a table, with numbers as numbers, behind a
 * sheet that lists them and holds the sentences. Charts and maps are left out.
 */
public final class XlsxReport {
  private final Wording wording;

  public XlsxReport(Wording wording) {
    this.wording = wording;
  }

  public void write(Document document, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      OfficeProperties.set(workbook.getProperties(), document.identity());
      fill(workbook, document);
      workbook.write(bytes);
    }
    Files.write(file, StableZip.of(bytes.toByteArray()));
  }

  private void fill(XSSFWorkbook workbook, Document document) {
    CellStyles styles = new CellStyles(workbook);
    Sheet first = workbook.createSheet(wording.text("sheet.contents"));
    SheetNames names = new SheetNames(workbook);
    TableSheet sheets = new TableSheet(wording, document.identity().sampleMark(), styles);
    List<String[]> lines = new ArrayList<>();
    document.cover().ifPresent(cover -> cover(cover, lines));
    for (Chapter chapter : document.chapters()) {
      lines.add(new String[] {chapter.bookmark(), ""});
      if (!chapter.lead().isEmpty()) {
        lines.add(new String[] {chapter.lead(), ""});
      }
      for (Block block : chapter.blocks()) {
        if (block instanceof Statements statements) {
          lines.add(new String[] {statements.heading(), ""});
          statements.sentences().forEach(text -> lines.add(new String[] {text, ""}));
        } else if (block instanceof Table table) {
          lines.add(sheet(workbook, names, sheets, table));
        } else if (block instanceof LightCounts lights) {
          lines.add(sheet(workbook, names, sheets, lights.table()));
        }
      }
    }
    contents(first, document, lines, styles);
  }

  private void cover(Cover cover, List<String[]> lines) {
    for (Cover.Fact fact : cover.facts()) {
      lines.add(new String[] {wording.text("cover.fact", fact.label(), fact.value()), ""});
    }
    if (!cover.note().isEmpty()) {
      lines.add(new String[] {cover.note(), ""});
    }
  }

  private String[] sheet(XSSFWorkbook workbook, SheetNames names, TableSheet sheets, Table table) {
    String name = names.next(table.caption());
    sheets.write(table, workbook.createSheet(name));
    return new String[] {table.caption().line(), name};
  }

  /**
   * @param lines text, and the sheet it leads to or nothing
   */
  private void contents(Sheet sheet, Document document, List<String[]> lines, CellStyles styles) {
    CreationHelper helper = sheet.getWorkbook().getCreationHelper();
    sheet.setColumnWidth(0, 110 * 256);
    put(sheet, 0, document.identity().title()).setCellStyle(styles.head());
    String state = wording.text("html.print", document.identity().day());
    put(sheet, 1, (state + "  " + document.identity().sampleMark()).strip());
    for (int i = 0; i < lines.size(); i++) {
      Cell cell = put(sheet, i + 3, lines.get(i)[0]);
      cell.setCellStyle(styles.text());
      if (!lines.get(i)[1].isEmpty()) {
        Hyperlink link = helper.createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + lines.get(i)[1] + "'!A1");
        cell.setHyperlink(link);
        cell.setCellStyle(styles.link());
      }
    }
  }

  private static Cell put(Sheet sheet, int number, String text) {
    Row row = sheet.createRow(number);
    Cell cell = row.createCell(0);
    cell.setCellValue(text);
    return cell;
  }
}
