package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;

/** Yearly tables that bureaus fill in: items as rows with their unit, years as columns. */
public final class StatisticalReturns {

  private static final int FIRST_FIGURE = 3;

  private record Return(String[] head, List<String[]> items) {

    int firstYear() {
      return Integer.parseInt(head[5]);
    }

    int years() {
      return Integer.parseInt(head[6]) - firstYear() + 1;
    }
  }

  private StatisticalReturns() {}

  public static void write(LandingZone zone) throws IOException {
    for (Return table : read()) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      paint(new SheetPainter(workbook, "填报表"), table);
      String[] head = table.head;
      WorkbookFile.write(workbook, zone.place(head[1], head[2], LocalDate.parse(head[4])));
    }
  }

  private static List<Return> read() {
    List<Return> returns = new ArrayList<>();
    for (String[] line : Figures.lines("returns.csv")) {
      if (line[0].equals("return")) {
        returns.add(new Return(line, new ArrayList<>()));
      } else {
        returns.get(returns.size() - 1).items.add(line);
      }
    }
    return returns;
  }

  private static void paint(SheetPainter sheet, Return table) {
    sheet.title(0, 2 + table.years(), table.head[3]);
    sheet.centred(2, 0, "指标");
    sheet.centred(2, 1, "计量单位");
    for (int i = 0; i < table.years(); i++) {
      sheet.centred(2, 2 + i, table.firstYear() + i + "年");
    }
    int row = 3;
    for (String[] item : table.items) {
      sheet.text(row, 0, item[1]);
      sheet.centred(row, 1, item[2]);
      for (int i = 0; i < table.years(); i++) {
        sheet.figure(row, 2 + i, item[FIRST_FIGURE + i], false);
      }
      row++;
    }
    sheet.text(row + 1, 0, "样例数据，非真实统计");
  }
}
