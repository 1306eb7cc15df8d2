package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.samples.land.LandHistory;

/** Daily air quality of one station: clean on most days, dusty in spring, some days blank. */
public final class EcologyBranch {

  private static final String DEPARTMENT = "生态环境分局";
  private static final String STATION = "二连浩特市区";
  private static final double BLANK_DAYS = 0.012;

  private final Random random;

  private EcologyBranch(Random random) {
    this.random = random;
  }

  public static void write(LandingZone zone, Random random) throws IOException {
    EcologyBranch branch = new EcologyBranch(random);
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      String name = "环境空气质量日报_" + year + ".xlsx";
      WorkbookFile.write(
          branch.workbook(year), zone.place(DEPARTMENT, name, LocalDate.of(year + 1, 1, 20)));
    }
  }

  private XSSFWorkbook workbook(int year) {
    XSSFWorkbook workbook = new XSSFWorkbook();
    SheetPainter sheet = new SheetPainter(workbook, String.valueOf(year));
    sheet.title(0, 10, STATION + year + "年环境空气质量日报（样例数据，非真实监测）");
    String[] header = {
      "日期", "监测点位", "细颗粒物(PM2.5)", "可吸入颗粒物(PM10)", "二氧化硫", "二氧化氮", "一氧化碳", "臭氧", "AQI", "空气质量级别"
    };
    for (int i = 0; i < header.length; i++) {
      sheet.centred(1, i, header[i]);
    }
    LocalDate first = LocalDate.of(year, 1, 1);
    for (int day = 0; day < first.lengthOfYear(); day++) {
      int row = day + 2;
      sheet.text(row, 0, first.plusDays(day).toString());
      sheet.text(row, 1, STATION);
      Map<String, Double> air = day(day);
      if (random.nextDouble() >= BLANK_DAYS) {
        fill(sheet, row, air);
      }
    }
    return workbook;
  }

  private static void fill(SheetPainter sheet, int row, Map<String, Double> air) {
    int column = 2;
    for (double value : air.values()) {
      sheet.number(row, column++, value);
    }
    int index = AirQualityIndex.of(air);
    sheet.number(row, column++, index);
    sheet.text(row, column, AirQualityIndex.level(index));
  }

  private Map<String, Double> day(int day) {
    double winter = Math.cos(2 * Math.PI * (day - 10) / 365.25);
    double spring = Math.exp(-Math.pow((day - 105) / 35.0, 2));
    double dust = random.nextDouble() < 0.02 + 0.2 * spring ? 60 + 190 * random.nextDouble() : 0;
    double fine = Math.max(5, 20 + 7 * winter + 5 * random.nextGaussian());
    Map<String, Double> air = new LinkedHashMap<>();
    air.put("pm25", Math.rint(fine + 0.28 * dust));
    air.put("pm10", Math.rint(1.9 * fine + dust + 4 * Math.abs(random.nextGaussian())));
    air.put("so2", Math.rint(Math.max(3, 10 + 5 * winter + 2 * random.nextGaussian())));
    air.put("no2", Math.rint(Math.max(4, 15 + 5 * winter + 3 * random.nextGaussian())));
    air.put(
        "co", Math.rint(10 * Math.max(0.2, 0.6 + 0.2 * winter + 0.1 * random.nextGaussian())) / 10);
    air.put("o3", Math.rint(Math.max(20, 92 - 34 * winter + 13 * random.nextGaussian())));
    return air;
  }
}
