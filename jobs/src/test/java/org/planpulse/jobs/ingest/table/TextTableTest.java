package org.planpulse.jobs.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.record.TextCharset;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Form;

/** A statistical table handed over as delimited text is read as if it lay in a workbook. */
class TextTableTest {

  private static final Set<String> UNITS = Set.of("人", "万人", "亿元", "公顷", "%");

  /** Title, unit line, header of two rows, parts, blanks, thousands, signs and footnotes. */
  private static final List<List<Object>> TABLE =
      List.of(
          List.of("3-1 主要人口指标（2020—2022）"),
          List.of("", "", "", "单位：人"),
          List.of(),
          List.of("指　　标", "2020", "2021年", "２０２２"),
          List.of("常 住 人 口①", 75794.0, 72100.0, 70600.0),
          List.of("  #城  镇", 72000.0, "", "…"),
          List.of("  乡村", 3794.0, 3600.5, "-"),
          List.of("户籍人口（万人）", 3.4, 3.5, -0.25),
          List.of("注：年末数。"),
          List.of("①2020年为普查数，\"修订\"后。"));

  @TempDir Path landing;

  private final IssueStore issues = TestSources.issues();
  private final StatisticalTableReader reader = new StatisticalTableReader(UNITS::contains);

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
  void theSameTableGivesTheSameCells(String charset) throws Exception {
    List<TableCell> ofWorkbook = workbook();

    List<TableCell> ofText = text(Charset.forName(charset), ",");

    assertThat(ofText).hasSize(12).isEqualTo(ofWorkbook);
    TableCell first = ofText.get(0);
    assertThat(first.cell()).isEqualTo("B5");
    assertThat(first.number()).isEqualTo(75_794);
    assertThat(first.raw()).isEqualTo("75,794");
    assertThat(first.tableUnit()).isEqualTo("人");
    assertThat(first.note()).contains("普查数").contains("年末数");
    assertThat(ofText.get(3).rowPath()).isEqualTo("常住人口/城镇");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";"})
  void soDoOtherDelimiters(String delimiter) throws Exception {
    assertThat(text(StandardCharsets.UTF_8, delimiter)).isEqualTo(workbook());
  }

  @Test
  void textsNoCharsetDecodesAreNamedWithTheirCell() throws Exception {
    Path file = landing.resolve("人口.csv");
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes("区站号,日期,平均气温\n1,".getBytes(Charset.forName("GB18030")));
    table.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, ',', '3', '\n'});
    Files.write(file, table.toByteArray());

    reader.readText(file, TextCharset.of(file), "人口", findings());

    assertThat(TestSources.only(issues, "CHARSET_DAMAGED").values())
        .containsEntry("field", "B2")
        .containsEntry("row", "2");
  }

  @Test
  void aLineTheFileBreaksOffInIsNotTakenForAWholeOne() throws Exception {
    String table = "年份,常住人口（人）,户籍人口（人）\n2021,72100,35000\n2022,70600,34000\n";

    assertThat(cells(table)).hasSize(4);
    assertThat(issues.issues()).isEmpty();
    assertThat(cells(table.substring(0, table.length() - 10))).hasSize(2);
    assertThat(TestSources.only(issues, "RECORD_CUT").place()).isEqualTo("人口!3");
    assertThat(cells(table.substring(0, table.length() - 1))).hasSize(4);
    assertThat(TestSources.only(issues, "LAST_LINE_OPEN").place()).isEqualTo("人口!3");
  }

  private List<TableCell> cells(String table) throws IOException, FileFault {
    Path file = landing.resolve("人口.csv");
    Files.writeString(file, table);
    return reader.readText(file, TextCharset.of(file), "人口", findings());
  }

  private List<TableCell> text(Charset charset, String delimiter) throws IOException, FileFault {
    String mark = charset.name().startsWith("UTF-16") ? "\uFEFF" : "";
    String text =
        TABLE.stream()
            .map(
                line ->
                    Stream.concat(line.stream(), Stream.of("", "", "", "").skip(line.size()))
                        .map(TextTableTest::field)
                        .collect(Collectors.joining(delimiter)))
            .collect(Collectors.joining("\r\n", mark, "\r\n"));
    Path file = landing.resolve("人口.csv");
    Files.write(file, text.getBytes(charset));
    return reader.readText(file, TextCharset.of(file), "人口", findings());
  }

  /** As spreadsheets export a cell: the text it shows, quoted where it must be. */
  private static String field(Object value) {
    String text = value instanceof Double number ? shown(number) : (String) value;
    return text.matches("(?s).*[,;\t\"].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String shown(double number) {
    return number >= 1000
        ? String.format(
            java.util.Locale.ROOT, number == Math.rint(number) ? "%,.0f" : "%,.1f", number)
        : Double.toString(number);
  }

  private List<TableCell> workbook() throws IOException, FileFault {
    Path file = landing.resolve("人口.xlsx");
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("人口");
      for (int row = 0; row < TABLE.size(); row++) {
        for (int column = 0; column < TABLE.get(row).size(); column++) {
          fill(book, sheet, row, column, TABLE.get(row).get(column));
        }
      }
      sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
      book.write(out);
    }
    return reader.read(file, Optional.empty(), findings());
  }

  private static void fill(Workbook book, Sheet sheet, int row, int column, Object value) {
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    Cell cell = line.createCell(column);
    if (value instanceof Double number) {
      cell.setCellValue(number);
      CellStyle style = book.createCellStyle();
      String format =
          number >= 1000 ? number == Math.rint(number) ? "#,##0" : "#,##0.0" : "General";
      style.setDataFormat(book.createDataFormat().getFormat(format));
      cell.setCellStyle(style);
    } else {
      cell.setCellValue((String) value);
    }
  }

  private Findings findings() {
    return new Findings(
        issues,
        TestSources.delivery(landing),
        TestSources.contract("T-1", Form.STATISTICAL_TABLE, ".*", null, null));
  }
}
