package org.planpulse.jobs.handwork;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** A workbook of indicators worked by hand; its own sheet {@code read me} explains the others. */
public final class HandWorkedBook implements AutoCloseable {

  private final Workbook workbook;
  private final FormulaEvaluator formulas;

  public HandWorkedBook(InputStream file) throws IOException {
    this.workbook = WorkbookFactory.create(file);
    this.formulas = workbook.getCreationHelper().createFormulaEvaluator();
  }

  /** A line of a sheet with a header: texts by column; formulas as their formula. */
  public record Line(int number, Map<String, String> texts) {

    public String get(String column) {
      return texts.getOrDefault(column, "");
    }
  }

  /**
   * @param formula as it stands in the workbook
   * @param worked its value, rounded to the decimals printed
   */
  public record Figure(String code, int year, String formula, BigDecimal worked) {}

  public List<Figure> figures() {
    Sheet sheet = workbook.getSheet("indicators");
    List<Figure> figures = new ArrayList<>();
    for (Line line : lines("indicators")) {
      Row row = sheet.getRow(line.number() - 1);
      int decimals = (int) row.getCell(4).getNumericCellValue();
      double worked = formulas.evaluate(row.getCell(6)).getNumberValue();
      figures.add(
          new Figure(
              line.get("code"),
              Integer.parseInt(line.get("year")),
              line.get("worked"),
              BigDecimal.valueOf(worked).setScale(decimals)));
    }
    return figures;
  }

  /** The lines of a sheet below its header. */
  public List<Line> lines(String sheet) {
    List<String> header = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Row row : workbook.getSheet(sheet)) {
      if (header.isEmpty()) {
        row.forEach(cell -> header.add(cell.getStringCellValue()));
      } else {
        Map<String, String> texts = new LinkedHashMap<>();
        row.forEach(cell -> texts.put(header.get(cell.getColumnIndex()), text(cell)));
        lines.add(new Line(row.getRowNum() + 1, texts));
      }
    }
    return lines;
  }

  /** What is not blank of a sheet copied whole, by cell. */
  public Map<String, String> copy(String sheet) {
    return LandingFiles.cells(workbook.getSheet(sheet));
  }

  private static String text(Cell cell) {
    return cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : LandingFiles.text(cell);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
