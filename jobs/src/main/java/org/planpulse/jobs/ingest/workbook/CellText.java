package org.planpulse.jobs.ingest.workbook;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** Turns a workbook cell into the text it shows. Formulas are not calculated: their saved result is read. */
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
    String format = cell.getCellStyle().getDataFormatString();
    boolean fullDate =
        DateUtil.isCellDateFormatted(cell)
            && format != null
            && format.toLowerCase(Locale.ROOT).contains("d");
    if (fullDate) {
      LocalDateTime date = cell.getLocalDateTimeCellValue();
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    return formatter
        .formatRawCellContents(
            cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(), format)
        .strip();
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
