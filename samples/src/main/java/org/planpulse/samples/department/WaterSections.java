package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.samples.land.LandHistory;

/**
 * Three sections sampled each quarter; what the laboratory does not find is its limit with an L.
 */
public final class WaterSections {

  private static final String DEPARTMENT = "生态环境分局";
  private static final String[] HEADER = {
    "断面编号", "断面名称", "监测日期", "pH", "溶解氧", "高锰酸盐指数", "化学需氧量", "五日生化需氧量", "氨氮", "总磷", "氟化物"
  };
  private static final double PH = 8.1;
  private static final double OXYGEN = 7.2;
  private static final double AMMONIA_LIMIT = 0.025;
  private static final double PHOSPHORUS_LIMIT = 0.01;

  /**
   * @param load how much organic matter the water carries, 1 for a clean one
   * @param fluoride in mg/L, high by nature in groundwater here
   */
  private record Section(String code, String name, double load, double fluoride) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("DM01", "样例水源地一", 0.7, 0.82),
          new Section("DM02", "样例湖泊二", 1.6, 0.91),
          new Section("DM03", "样例河道三", 2.9, 1.24));

  private WaterSections() {}

  public static void write(LandingZone zone, Random random) throws IOException {
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      paint(new SheetPainter(workbook, "监测结果"), year, random);
      String name = "水质监测断面数据_" + year + ".xlsx";
      WorkbookFile.write(workbook, zone.place(DEPARTMENT, name, LocalDate.of(year + 1, 2, 10)));
    }
  }

  private static void paint(SheetPainter sheet, int year, Random random) {
    sheet.title(0, HEADER.length, year + "年水质监测断面数据（样例数据，非真实监测；单位：毫克/升，pH 无量纲）");
    for (int i = 0; i < HEADER.length; i++) {
      sheet.centred(1, i, HEADER[i]);
    }
    int row = 2;
    for (Section section : SECTIONS) {
      for (int month = 3; month <= 12; month += 3) {
        double load = section.load * (1 + 0.12 * random.nextGaussian());
        sheet.text(row, 0, section.code);
        sheet.text(row, 1, section.name);
        sheet.text(row, 2, LocalDate.of(year, month, 8).toString());
        sheet.number(row, 3, rounded(PH + 0.15 * random.nextGaussian(), 10));
        sheet.number(row, 4, rounded(OXYGEN - 0.4 * load + 0.2 * random.nextGaussian(), 10));
        sheet.number(row, 5, rounded(2.1 * load, 10));
        sheet.number(row, 6, rounded(9 * load, 1));
        sheet.number(row, 7, rounded(1.7 * load, 10));
        found(sheet, row, 8, 0.06 * load * load * random.nextDouble(), AMMONIA_LIMIT, 1000);
        found(sheet, row, 9, 0.03 * load * load * random.nextDouble(), PHOSPHORUS_LIMIT, 100);
        sheet.number(row, 10, rounded(section.fluoride + 0.03 * random.nextGaussian(), 100));
        row++;
      }
    }
  }

  private static void found(
      SheetPainter sheet, int row, int column, double value, double limit, double parts) {
    if (value < limit) {
      sheet.text(row, column, limit + "L");
    } else {
      sheet.number(row, column, rounded(value, parts));
    }
  }

  private static double rounded(double value, double parts) {
    return Math.rint(parts * value) / parts;
  }
}
