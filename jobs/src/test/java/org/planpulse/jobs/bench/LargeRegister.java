package org.planpulse.jobs.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A register of soil samples as Excel saves one: texts shared, dates by format, a merged title
 * above the headings, as many sheets as it takes. Written by hand, for POI keeps shared texts in
 * memory.
 */
final class LargeRegister {

  private static final int ROWS_A_SHEET = 1_000_000;
  private static final String[] FIRST_TEXTS = {
    "耕地质量调查样点登记表",
    "样点编号",
    "监测类型",
    "采样地点",
    "采样日期",
    "经度",
    "纬度",
    "耕地质量等级",
    "耕层厚度",
    "有机质",
    "pH",
    "土壤容重",
    "备注",
    "地力调查",
    "质量评价",
    "定位监测"
  };
  private static final int HEADINGS = 12;
  private static final int FIRST_KIND = 13;
  private static final int KINDS = 3;
  private static final int TEXTS_A_ROW = 3;
  private static final int DATE_STYLE = 1;
  private static final int FIRST_DAY = 43_831; // 2020-01-01
  private static final String[] VILLAGES = {"格日勒敖都苏木", "呼格吉勒图雅嘎查", "赛乌素嘎查", "额尔登高毕嘎查"};

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml";

  private final int rows;
  private final int sheets;
  private final ZipOutputStream zip;
  private final Writer out;

  private LargeRegister(int rows, ZipOutputStream zip) {
    this.rows = rows;
    this.sheets = (rows + ROWS_A_SHEET - 1) / ROWS_A_SHEET;
    this.zip = zip;
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
  }

  /**
   * @param rows title and headings not counted
   */
  static void write(Path file, int rows) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      LargeRegister register = new LargeRegister(rows, zip);
      register.frame();
      register.texts();
      for (int sheet = 1; sheet <= register.sheets; sheet++) {
        register.sheet(sheet);
      }
    }
  }

  private void frame() throws IOException {
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + override("workbook", "sheet.main")
            + override("styles", "styles")
            + override("sharedStrings", "sharedStrings")
            + eachSheet(n -> override("worksheets/sheet" + n, "worksheet"))
            + "</Types>");
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, RELATIONS)
            + eachSheet("<sheet name=\"样点%1$d\" sheetId=\"%1$d\" r:id=\"rId%1$d\"/>"::formatted)
            + "</sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            eachSheet(n -> relation(n, "worksheet", "worksheets/sheet" + n + ".xml"))
                + relation(sheets + 1, "styles", "styles.xml")
                + relation(sheets + 2, "sharedStrings", "sharedStrings.xml")));
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><fonts><font/></fonts><fills><fill/></fills><borders>"
            + "<border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
  }

  private void texts() throws IOException {
    begin("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">");
    for (String text : FIRST_TEXTS) {
      out.write("<si><t>" + text + "</t></si>");
    }
    for (int row = 0; row < rows; row++) {
      SplittableRandom random = new SplittableRandom(row);
      String village = VILLAGES[random.nextInt(VILLAGES.length)];
      out.write("<si><t>NM1525" + (1_000_000_000L + row * 7919L) + "</t></si>");
      out.write("<si><t>" + village + random.nextInt(5000) + "号地块</t></si>");
      out.write("<si><t>土样" + Long.toString(random.nextLong(), 36) + "，复核</t></si>");
    }
    end("</sst>");
  }

  private void sheet(int sheet) throws IOException {
    begin("xl/worksheets/sheet" + sheet + ".xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    out.write("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\">");
    for (int column = 0; column < HEADINGS; column++) {
      cell(column, 2, " t=\"s\"", String.valueOf(1 + column));
    }
    out.write("</row>");
    int first = (sheet - 1) * ROWS_A_SHEET;
    for (int row = first; row < Math.min(rows, first + ROWS_A_SHEET); row++) {
      row(row, row - first + 3);
    }
    end("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:L1\"/></mergeCells></worksheet>");
  }

  private void row(int row, int line) throws IOException {
    SplittableRandom random = new SplittableRandom(~row);
    int text = FIRST_TEXTS.length + row * TEXTS_A_ROW;
    out.write("<row r=\"" + line + "\">");
    cell(0, line, " t=\"s\"", String.valueOf(text));
    cell(1, line, " t=\"s\"", String.valueOf(FIRST_KIND + random.nextInt(KINDS)));
    cell(2, line, " t=\"s\"", String.valueOf(text + 1));
    cell(3, line, " s=\"" + DATE_STYLE + "\"", String.valueOf(FIRST_DAY + random.nextInt(2000)));
    cell(4, line, "", decimal(111_500_000 + random.nextInt(1_000_000), 6));
    cell(5, line, "", decimal(43_300_000 + random.nextInt(800_000), 6));
    cell(6, line, "", String.valueOf(1 + random.nextInt(10)));
    cell(7, line, "", String.valueOf(15 + random.nextInt(20)));
    cell(8, line, "", decimal(500 + random.nextInt(4000), 2));
    cell(9, line, "", decimal(600 + random.nextInt(300), 2));
    cell(10, line, "", decimal(110 + random.nextInt(60), 2));
    cell(11, line, " t=\"s\"", String.valueOf(text + 2));
    out.write("</row>");
  }

  private void cell(int column, int line, String attributes, String value) throws IOException {
    out.write("<c r=\"" + (char) ('A' + column) + line + "\"" + attributes + "><v>" + value);
    out.write("</v></c>");
  }

  private static String decimal(int digits, int places) {
    return java.math.BigDecimal.valueOf(digits, places).toPlainString();
  }

  private String eachSheet(IntFunction<String> text) {
    return IntStream.rangeClosed(1, sheets).mapToObj(text).collect(Collectors.joining());
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s\"/>"
        .formatted(part, TYPE.formatted(type));
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, type, target);
  }

  private void part(String name, String xml) throws IOException {
    begin(name, xml);
    end("");
  }

  private void begin(String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml);
  }

  private void end(String xml) throws IOException {
    out.write(xml);
    out.flush();
    zip.closeEntry();
  }
}
