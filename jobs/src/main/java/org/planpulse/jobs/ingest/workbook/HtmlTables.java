package org.planpulse.jobs.ingest.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.planpulse.jobs.ingest.landing.Findings;

/**
 * Web pages that reporting systems save as .xls: each outermost table becomes a sheet, cells that
 * span others become merged ones, and texts stay texts. Scripts and references are not followed.
 */
final class HtmlTables {

  /** Of pages without a declaration: what Chinese systems of the time wrote. */
  private static final Charset UNDECLARED = Charset.forName("GB18030");

  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_DEPTH = 500;
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;

  /** What a cell of a workbook holds; a longer text is no figure and no heading. */
  private static final int LONGEST_TEXT = 32_767;

  private HtmlTables() {}

  /**
   * @throws IOException when the page or its table is larger than any a department makes
   */
  static Workbook open(Path file, Findings findings) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("page of " + Files.size(file) + " bytes");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (isCut(bytes)) {
      findings.add("PAGE_CUT", "", Map.of());
    }
    Document page = page(bytes);
    if (NodeTraversor.filter(HtmlTables::withinDepth, page) == FilterResult.STOP) {
      throw new IOException("more than " + MOST_DEPTH + " elements in each other");
    }
    Workbook workbook = new XSSFWorkbook();
    for (Element table : page.select("table")) {
      if (table.parents().stream().noneMatch(parent -> parent.tagName().equals("table"))) {
        fill(workbook.createSheet("表" + (workbook.getNumberOfSheets() + 1)), table);
      }
    }
    return workbook;
  }

  /** The page's own declaration counts; one that declares nothing is not Latin. */
  private static Document page(byte[] bytes) throws IOException {
    String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    boolean declared = head.toLowerCase(Locale.ROOT).contains("charset");
    String charset = declared || hasMark(bytes) ? null : UNDECLARED.name();
    return Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
  }

  private static FilterResult withinDepth(Node node, int depth) {
    return depth > MOST_DEPTH ? FilterResult.STOP : FilterResult.CONTINUE;
  }

  /** Browsers forgive a table without end; here it means that rows are missing. */
  private static boolean isCut(byte[] bytes) {
    String page = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return page.lastIndexOf("<table") > page.lastIndexOf("</table");
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
  }

  private static void fill(Sheet sheet, Element table) throws IOException {
    Map<Integer, Integer> coveredTo =
        new HashMap<>(); // last row that a cell above spans, by column
    int number = 0;
    for (Element line : table.select("tr")) {
      if (line.closest("table") == table) {
        if (number == MOST_ROWS) {
          throw new IOException("more than " + MOST_ROWS + " rows");
        }
        fill(sheet.createRow(number), line, coveredTo);
        number++;
      }
    }
  }

  private static void fill(Row row, Element line, Map<Integer, Integer> coveredTo)
      throws IOException {
    Elements cells = line.select("> td, > th");
    if (cells.size() > MOST_COLUMNS) {
      throw new IOException("more than " + MOST_COLUMNS + " columns");
    }
    int column = 0;
    for (Element element : cells) {
      while (coveredTo.getOrDefault(column, -1) >= row.getRowNum()) {
        column++;
      }
      int columns = Math.min(span(element, "colspan"), MOST_COLUMNS - column);
      if (columns <= 0) {
        throw new IOException("more than " + MOST_COLUMNS + " columns");
      }
      int lastRow = Math.min(row.getRowNum() + span(element, "rowspan"), MOST_ROWS) - 1;
      cell(row, column, column + columns - 1, lastRow, element.text());
      for (int covered = column; covered < column + columns; covered++) {
        coveredTo.put(covered, lastRow);
      }
      column += columns;
    }
  }

  private static void cell(Row row, int column, int lastColumn, int lastRow, String text) {
    row.createCell(column).setCellValue(text.length() > LONGEST_TEXT ? "" : text);
    if (lastRow > row.getRowNum() || lastColumn > column) {
      row.getSheet()
          .addMergedRegionUnsafe(
              new CellRangeAddress(row.getRowNum(), lastRow, column, lastColumn));
    }
  }

  private static int span(Element element, String attribute) {
    String text = element.attr(attribute).strip();
    return text.matches("\\d{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
