package org.planpulse.jobs.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CellTextTest {

  /** Day 43585 of Excel for Mac is 1 462 days after that of Excel for Windows. */
  private static final double DAY = 43_585;

  @Test
  void daysAreCountedFromTheYearTheWorkbookSays() throws Exception {
    LocalDate from1900 = LocalDate.of(2019, 4, 30);
    try (HSSFWorkbook xls = new HSSFWorkbook();
        HSSFWorkbook xlsOfMac = xlsOf1904();
        XSSFWorkbook xlsx = new XSSFWorkbook();
        XSSFWorkbook xlsxOfMac = new XSSFWorkbook()) {
      xlsxOfMac.getCTWorkbook().getWorkbookPr().setDate1904(true);

      assertThat(text(xls)).isEqualTo(text(xlsx)).isEqualTo(from1900.toString());
      assertThat(text(xlsOfMac))
          .isEqualTo(text(xlsxOfMac))
          .isEqualTo(from1900.plusDays(1462).toString());
    }
  }

  /** What a workbook counts from is settled when it is opened. */
  private static HSSFWorkbook xlsOf1904() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook();
        UnsynchronizedByteArrayOutputStream bytes =
            UnsynchronizedByteArrayOutputStream.builder().get()) {
      DateWindow1904Record record =
          (DateWindow1904Record)
              book.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid);
      record.setWindowing((short) 1);
      book.write(bytes);
      return new HSSFWorkbook(bytes.toInputStream());
    }
  }

  private static String text(Workbook book) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
    Cell cell = book.createSheet().createRow(0).createCell(0);
    cell.setCellValue(DAY);
    cell.setCellStyle(style);
    return new CellText().read(cell).text();
  }
}
