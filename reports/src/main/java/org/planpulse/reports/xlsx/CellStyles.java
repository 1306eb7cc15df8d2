package org.planpulse.reports.xlsx;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.planpulse.reports.document.Cell.Amount;
import org.planpulse.reports.document.Cell.Sign;

/** The styles of a workbook, each made once: spreadsheets allow only so many. */
final class CellStyles {
  private final Workbook workbook;
  private final Map<String, CellStyle> numbers = new HashMap<>();
  private final CellStyle head;
  private final CellStyle text;
  private final CellStyle link;

  CellStyles(Workbook workbook) {
    this.workbook = workbook;
    this.head = bold();
    this.text = wrapped();
    this.link = blue();
  }

  CellStyle head() {
    return head;
  }

  CellStyle text() {
    return text;
  }

  CellStyle link() {
    return link;
  }

  /** As many decimals, the same signs and the same ending as printed. */
  CellStyle number(Amount amount) {
    return numbers.computeIfAbsent(format(amount), this::number);
  }

  static String format(Amount amount) {
    String digits = amount.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(amount.decimals());
    String ending =
        amount.suffix().isEmpty() ? "" : "\"" + amount.suffix().replace("\"", "") + "\"";
    String plus = amount.sign() == Sign.BOTH ? "+" : "";
    return plus + digits + ending + ";-" + digits + ending + ";" + digits + ending;
  }

  private CellStyle number(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private CellStyle bold() {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setBorderBottom(BorderStyle.MEDIUM);
    style.setWrapText(true);
    return style;
  }

  /** Marked as text, also where it begins like a formula: it must not run. */
  private CellStyle wrapped() {
    CellStyle style = workbook.createCellStyle();
    style.setQuotePrefixed(true);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private CellStyle blue() {
    Font font = workbook.createFont();
    font.setUnderline(Font.U_SINGLE);
    font.setColor(IndexedColors.BLUE.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }
}
