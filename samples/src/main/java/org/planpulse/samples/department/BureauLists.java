package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;

/** Lists that bureaus keep: shelters, hazard points, fire stations, gachas; an entry a row. */
public final class BureauLists {

  private record Sheet(String[] head, List<String[]> rows) {}

  private BureauLists() {}

  public static void write(LandingZone zone) throws IOException {
    for (Sheet list : read()) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      paint(new SheetPainter(workbook, "名录"), list);
      String[] head = list.head;
      WorkbookFile.write(workbook, zone.place(head[1], head[2], LocalDate.parse(head[4])));
    }
  }

  private static List<Sheet> read() {
    List<Sheet> lists = new ArrayList<>();
    for (String[] line : Figures.lines("registers.csv")) {
      if (line[0].equals("list")) {
        lists.add(new Sheet(line, new ArrayList<>()));
      } else {
        lists.get(lists.size() - 1).rows.add(line);
      }
    }
    return lists;
  }

  /** The first row is the header; cells of digits are numbers, but codes stay text. */
  private static void paint(SheetPainter sheet, Sheet list) {
    int columns = list.rows.get(0).length - 1;
    sheet.title(0, columns, list.head[3] + "（样例数据，非真实）");
    for (int row = 0; row < list.rows.size(); row++) {
      String[] cells = list.rows.get(row);
      for (int i = 1; i <= columns; i++) {
        if (row > 0 && cells[i].matches("\\d{1,7}(\\.\\d+)?")) {
          sheet.number(row + 1, i - 1, Double.parseDouble(cells[i]));
        } else {
          sheet.text(row + 1, i - 1, cells[i]);
        }
      }
    }
  }
}
