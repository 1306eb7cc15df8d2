package org.planpulse.jobs.handwork;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/** Workbooks and lists of a landing folder as a person sees them: cell by cell, as they stand. */
public final class LandingFiles {

  private static final Charset GBK = Charset.forName("GBK");

  private final Path landing;
  private final Map<String, Map<String, String>> read = new LinkedHashMap<>();

  public LandingFiles(Path landing) {
    this.landing = landing;
  }

  /** A path below the landing folder. */
  public Path path(String file) {
    return landing.resolve(file);
  }

  /**
   * @param cell e.g. {@code C7}
   * @return the text, or a number without superfluous digits; empty for a blank cell
   */
  public String cell(String file, String sheet, String cell) throws IOException {
    return sheet(file, sheet).getOrDefault(cell, "");
  }

  /**
   * @param sheet ignored for a list of comma-separated values
   * @return what is not blank, by cell, row by row
   */
  public Map<String, String> sheet(String file, String sheet) throws IOException {
    String key = file + "!" + sheet;
    Map<String, String> cells = read.get(key);
    if (cells == null) {
      cells = file.endsWith(".csv") ? list(path(file)) : sheet(path(file), sheet);
      read.put(key, cells);
    }
    return cells;
  }

  private static Map<String, String> list(Path file) throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file, GBK);
        CSVParser lines = CSVParser.parse(reader, CSVFormat.DEFAULT)) {
      int row = 0;
      for (var line : lines) {
        for (int column = 0; column < line.size(); column++) {
          put(cells, row, column, line.get(column));
        }
        row++;
      }
    }
    return cells;
  }

  private static Map<String, String> sheet(Path file, String name) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      return cells(workbook.getSheet(name));
    }
  }

  /** What is not blank of a sheet, by cell. */
  static Map<String, String> cells(Sheet sheet) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        put(cells, cell.getRowIndex(), cell.getColumnIndex(), text(cell));
      }
    }
    return cells;
  }

  private static void put(Map<String, String> cells, int row, int column, String text) {
    if (!text.isEmpty()) {
      cells.put(new CellReference(row, column).formatAsString(), text);
    }
  }

  static String text(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? plain(BigDecimal.valueOf(cell.getNumericCellValue()))
        : cell.getStringCellValue();
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
