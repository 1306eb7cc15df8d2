package org.planpulse.jobs.ingest.workbook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * Turns a workbook cell into the text it shows. Formulas are not calculated: their saved result is
 * read.
 */
final class CellText {

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
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> error(cell.getErrorCellValue());
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  private String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell) && showsDay(cell)) {
      LocalDateTime date = cell.getLocalDateTimeCellValue();
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    CellStyle style = cell.getCellStyle();
    String format = style.getDataFormatString();
    return formatter
        .formatRawCellContents(
            cell.getNumericCellValue(), style.getDataFormat(), format == null ? "General" : format)
        .strip();
  }

  /** East Asian built-in date formats have a number but no text. */
  private static boolean showsDay(Cell cell) {
    String format = cell.getCellStyle().getDataFormatString();
    return format == null || format.toLowerCase(Locale.ROOT).contains("d");
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
  }

  private static CellType resultType(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }
}
