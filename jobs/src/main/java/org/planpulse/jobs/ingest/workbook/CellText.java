package org.planpulse.jobs.ingest.workbook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * Turns a workbook cell into the text it shows. Formulas are not calculated: their saved result is
 * read.
 */
final class CellText {

  private static final String GENERAL = "General";

  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

  GridCell read(Cell cell) {
    CellType type = resultType(cell);
    Double number = type == CellType.NUMERIC ? cell.getNumericCellValue() : null;
    return new GridCell(
        cell.getRowIndex(),
        cell.getColumnIndex(),
        text(cell, type),
        number,
        cell.getCellStyle().getIndention(),
        false);
  }

  private String text(Cell cell, CellType type) {
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> of(cell.getBooleanCellValue());
      case ERROR -> error(cell.getErrorCellValue());
      case NUMERIC -> number(cell.getNumericCellValue(), cell.getCellStyle(), date1904(cell));
      default -> "";
    };
  }

  /**
   * @param style null in a workbook without styles
   * @param date1904 whether days are counted from 1904 and not from 1900
   */
  String number(double value, CellStyle style, boolean date1904) {
    int index = style == null ? 0 : style.getDataFormat();
    String format = style == null ? GENERAL : style.getDataFormatString();
    if (isDate(value, index, format)) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, date1904);
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    return formatter.formatRawCellContents(value, index, format == null ? GENERAL : format).strip();
  }

  static String of(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /** East Asian built-in date formats have a number but no text. */
  private static boolean isDate(double value, int index, String format) {
    boolean showsDay = format == null || format.toLowerCase(Locale.ROOT).contains("d");
    return showsDay && DateUtil.isValidExcelDate(value) && DateUtil.isADateFormat(index, format);
  }

  /** In an .xls only the dates themselves tell. */
  private static boolean date1904(Cell cell) {
    return cell instanceof XSSFCell xlsx
        ? xlsx.getSheet().getWorkbook().isDate1904()
        : !Objects.equals(
            cell.getLocalDateTimeCellValue(),
            DateUtil.getLocalDateTime(cell.getNumericCellValue(), false));
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
  }

  /** A formula that was never calculated holds nothing, though POI takes it for zero. */
  private static CellType resultType(Cell cell) {
    if (cell.getCellType() != CellType.FORMULA) {
      return cell.getCellType();
    }
    boolean calculated =
        !(cell instanceof XSSFCell xlsx)
            || xlsx.getRawValue() != null && !xlsx.getRawValue().isEmpty();
    return calculated ? cell.getCachedFormulaResultType() : CellType.BLANK;
  }
}
