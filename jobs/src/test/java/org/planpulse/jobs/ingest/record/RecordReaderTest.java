package org.planpulse.jobs.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

class RecordReaderTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path landing;

  private final IssueStore issues = TestSources.issues();
  private final List<SourceRecord> records = new ArrayList<>();

  @Test
  void gbkTextWithATitleLineIsReadByHeader() throws Exception {
    RecordReader.Reading reading =
        text("日值数据（样例）\n区站号,日期,平均气温,测站 备注\n053068,20250101,-178,\n\n53068,20250102,32766,晴\n", GBK);

    assertThat(reading.charset()).contains("GB18030");
    assertThat(records)
        .containsExactly(
            new SourceRecord(
                "日值.csv", 3, Map.of("区站号", "053068", "日期", "20250101", "平均气温", "-178")),
            new SourceRecord(
                "日值.csv",
                5,
                Map.of("区站号", "53068", "日期", "20250102", "平均气温", "32766", "测站 备注", "晴")));
    assertThat(reading.rowsIn()).isEqualTo(2);
    assertThat(issues.issues()).isEmpty();
  }

  @Test
  void utf8WithMarkSemicolonsAndQuotedLineBreaksKeepLineNumbers() throws Exception {
    RecordReader.Reading reading =
        text("\uFEFF区站号;日期;平均气温\r\n1;\"a\r\nb\";2\r\n3;4;5\r\n", StandardCharsets.UTF_8);

    assertThat(reading.charset()).contains("UTF-8");
    assertThat(records).extracting(SourceRecord::line).containsExactly(2, 4);
    assertThat(records.get(0).fields()).containsEntry("日期", "a\r\nb");
  }

  @Test
  void aDbfWithoutItsShapefileIsAListInGbkWithDeletedRecordsLeftOut() throws Exception {
    Path file = landing.resolve("测站.dbf");
    Files.write(file, dbf("53068 二连浩特", "*3069 删除站 ", "53070 满都拉 "));
    Delivery delivery = TestSources.delivery(landing);
    assertThat(FileFormat.of(file)).isEqualTo(FileFormat.DBF);

    RecordReader.Reading reading = reader().readDbf(delivery.path(), delivery.name());

    assertThat(reading.charset()).contains("GB18030");
    assertThat(reading.rowsIn()).isEqualTo(2);
    assertThat(records)
        .containsExactly(
            new SourceRecord("测站.dbf", 1, Map.of("区站号", "53068", "日期", "二连浩特")),
            new SourceRecord("测站.dbf", 3, Map.of("区站号", "53070", "日期", "满都拉")));
  }

  /** Two text fields, 区站号 (5 bytes) and 日期 (9 bytes); a record may begin with the flag *. */
  private static byte[] dbf(String... records) {
    ByteBuffer file = ByteBuffer.allocate(32 + 64 + 1 + records.length * 15);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).put((byte) 126).put((byte) 11).put((byte) 22).putInt(records.length);
    file.putShort((short) 97).putShort((short) 15).position(32);
    descriptor(file, "区站号", 5);
    descriptor(file, "日期", 9);
    file.put((byte) 13);
    for (String record : records) {
      boolean deleted = record.startsWith("*");
      file.put((byte) (deleted ? '*' : ' '));
      byte[] text = (deleted ? "5" + record.substring(1) : record).getBytes(GBK);
      file.put(java.util.Arrays.copyOf(text, 14));
    }
    return file.array();
  }

  private static void descriptor(ByteBuffer file, String name, int length) {
    file.put(java.util.Arrays.copyOf(name.getBytes(GBK), 11)).put((byte) 'C').putInt(0);
    file.put((byte) length).put(new byte[15]);
  }

  @Test
  void aWebPageSavedAsXlsIsAWorkbook() throws Exception {
    Files.write(
        landing.resolve("测站.xls"),
        """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
        <table><tr><th colspan="3">自动站日值</th></tr>
        <tr><td>区站号</td><td>日期</td><td>平均气温</td></tr>
        <tr><td rowspan="2">53068</td><td>20250101</td><td>-178</td></tr>
        <tr><td>20250102</td><td>-180</td></tr>
        </table></body></html>
        """
            .getBytes(GBK));
    Delivery delivery = TestSources.delivery(landing);

    RecordReader.Reading reading = reader().readWorkbook(delivery.path(), landing);

    assertThat(records)
        .extracting(SourceRecord::fields)
        .contains(Map.of("区站号", "53068", "日期", "20250101", "平均气温", "-178"));
    assertThat(records.get(1).fields()).containsEntry("平均气温", "-180");
  }

  @Test
  void aLineWithMoreFieldsThanHeadingsIsQuarantinedNotShifted() throws Exception {
    RecordReader.Reading reading =
        text("区站号,日期,平均气温\n1,2,3\n1,2,3,4\n1,2\n", StandardCharsets.UTF_8);

    assertThat(records).extracting(SourceRecord::line).containsExactly(2, 4);
    assertThat(reading.rowsIn()).isEqualTo(3);
    assertThat(issues.quarantined()).hasSize(1);
    assertThat(issues.quarantined().get(0).raw()).isEqualTo("[\"1\",\"2\",\"3\",\"4\"]");
    assertThat(issues.quarantined().get(0).sourceId()).endsWith("!日值.csv!3");
  }

  @Test
  void bytesNoCharsetFitsAreAnIssueWithFieldAndLine() throws Exception {
    byte[] start = "区站号,日期,平均气温\n1,".getBytes(GBK);
    byte[] bytes = java.util.Arrays.copyOf(start, start.length + 5);
    System.arraycopy(
        new byte[] {(byte) 0xFF, (byte) 0xFF, ',', '3', '\n'}, 0, bytes, start.length, 5);
    Files.write(landing.resolve("日值.csv"), bytes);

    RecordReader.Reading reading = reader().readText(landing.resolve("日值.csv"), "日值.csv");

    assertThat(records).hasSize(1);
    assertThat(TestSources.only(issues, "CHARSET_DAMAGED").values())
        .containsEntry("field", "日期")
        .containsEntry("row", "2");
  }

  @Test
  void unclosedQuotesAndMissingHeadersAreFaults() {
    assertThatThrownBy(() -> text("区站号,日期,平均气温\n1,\"2,3\n", StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("FILE_DAMAGED"));
    assertThatThrownBy(() -> text("a,b,c\n1,2,3\n", StandardCharsets.UTF_8))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.values().get("expected")).contains("区站号"));
  }

  @Test
  void listSheetsSkipTheirTitleAndGiveDatesInIsoForm() throws Exception {
    Path file = landing.resolve("空气.xls");
    try (Workbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("说明").createRow(0).createCell(0).setCellValue("略");
      Sheet sheet = book.createSheet("日报");
      sheet.createRow(0).createCell(0).setCellValue("空气质量日报");
      String[] headings = {"日　期", "区站号", "平均气温", "平均气温"};
      for (int i = 0; i < headings.length; i++) {
        (i == 0 ? sheet.createRow(1) : sheet.getRow(1)).createCell(i).setCellValue(headings[i]);
      }
      CellStyle date = book.createCellStyle();
      date.setDataFormat((short) 14);
      sheet.createRow(2).createCell(0).setCellValue(LocalDate.of(2025, 3, 1));
      sheet.getRow(2).getCell(0).setCellStyle(date);
      sheet.getRow(2).createCell(2).setCellValue(12.5);
      sheet.getRow(2).createCell(3).setCellValue("×");
      book.write(out);
    }

    RecordReader.Reading reading = reader().readWorkbook(file, landing);

    assertThat(records)
        .containsExactly(
            new SourceRecord(
                "日报", 3, Map.of("日 期", "2025-03-01", "平均气温", "12.5", "平均气温 [4]", "×")));
    assertThat(TestSources.codes(issues)).containsExactly("SHEET_WITHOUT_TABLE");
  }

  @Test
  void realCsvFilesReadLikeTheirExpectedRows() throws Exception {
    Path folder = TestSources.realData("csv-dbf-torture-a").resolve("csv-spectrum-csvs");
    Contract contract =
        TestSources.contract("T", Form.RECORD_TABLE, ".*", null, null, "a", "b", "c");

    List<SourceRecord> utf8 = read(folder.resolve("utf8.csv"), contract);
    assertThat(utf8)
        .extracting(SourceRecord::fields)
        .contains(Map.of("a", "4", "b", "5", "c", "ʤ"));
    List<SourceRecord> quotes = read(folder.resolve("escaped_quotes.csv"), contract);
    assertThat(quotes)
        .extracting(SourceRecord::fields)
        .containsExactly(Map.of("a", "1", "b", "ha \"ha\" ha"), Map.of("a", "3", "b", "4"));
    List<SourceRecord> crlf = read(folder.resolve("newlines_crlf.csv"), contract);
    assertThat(crlf).extracting(SourceRecord::line).containsExactly(2, 3, 5);
  }

  private RecordReader.Reading text(String text, Charset charset) throws IOException, FileFault {
    Files.write(landing.resolve("日值.csv"), text.getBytes(charset));
    return reader().readText(landing.resolve("日值.csv"), "日值.csv");
  }

  private RecordReader reader() {
    return reader(
        TestSources.contract("D17-02", Form.RECORD_TABLE, ".*", null, null, "区站号", "日期", "平均气温"),
        TestSources.delivery(landing));
  }

  private List<SourceRecord> read(Path file, Contract contract) throws IOException, FileFault {
    records.clear();
    reader(contract, TestSources.delivery(file.getParent())).readText(file, "x");
    return List.copyOf(records);
  }

  private RecordReader reader(Contract contract, Delivery delivery) {
    return new RecordReader(contract, new Findings(issues, delivery, contract), records::add);
  }
}
