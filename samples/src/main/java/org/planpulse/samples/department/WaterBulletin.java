package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.samples.land.LandHistory;

/** Water resources bulletin: a sheet a table, regions as rows, the year only in the titles. */
public final class WaterBulletin {

  private static final String DEPARTMENT = "农牧和水务局";
  private static final String VOLUMES = "万立方米";

  private record Column(String group, String label, String item) {}

  private record Table(String number, String title, String unit, List<Column> columns) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("W1", "降水量", "毫米", List.of(new Column("", "降水量", "precipitation_depth"))),
          new Table(
              "W4",
              "水资源总量",
              VOLUMES,
              List.of(
                  new Column("", "地表水资源量", "water_resources_surface"),
                  new Column("", "地下水资源量", "water_resources_ground"),
                  new Column("", "重复计算量", "water_resources_repeated"),
                  new Column("", "水资源总量", "water_resources_total"))),
          new Table(
              "W6",
              "供水量",
              VOLUMES,
              List.of(
                  new Column("供水量", "地表水源供水量", "water_supply_surface"),
                  new Column("供水量", "地下水源供水量", "water_supply_ground"),
                  new Column("供水量", "其他水源供水量", "water_supply_other"),
                  new Column("供水量", "总供水量", "water_supply_total"))),
          new Table(
              "W7",
              "用水量",
              VOLUMES,
              List.of(
                  new Column("用水量", "农业用水", "water_use_agriculture"),
                  new Column("用水量", "工业用水", "water_use_industry"),
                  new Column("用水量", "生活用水", "water_use_domestic"),
                  new Column("用水量", "生态环境用水", "water_use_ecology"),
                  new Column("用水量", "总用水量", "water_use_total"))));

  private WaterBulletin() {}

  public static void write(LandingZone zone) throws IOException {
    Figures figures = Figures.read("water.csv");
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      for (Table table : TABLES) {
        paint(new SheetPainter(workbook, table.number + table.title), table, figures, year);
      }
      String name = "水资源公报_" + year + ".xlsx";
      WorkbookFile.write(workbook, zone.place(DEPARTMENT, name, LocalDate.of(year + 1, 6, 25)));
    }
  }

  private static void paint(SheetPainter sheet, Table table, Figures figures, int year) {
    int columns = table.columns.size();
    sheet.title(0, columns + 1, "表" + table.number.substring(1) + "　" + year + "年" + table.title);
    sheet.rightAligned(1, columns, "单位：" + table.unit);
    boolean grouped = !table.columns.get(0).group.isEmpty();
    int leaf = grouped ? 3 : 2;
    sheet.centred(2, leaf, 0, 0, "行政区");
    if (grouped) {
      sheet.centred(2, 2, 1, columns, table.columns.get(0).group);
    }
    sheet.text(leaf + 1, 0, "二  连  浩  特  市");
    for (int i = 0; i < columns; i++) {
      Column column = table.columns.get(i);
      sheet.centred(leaf, i + 1, column.label);
      sheet.figure(leaf + 1, i + 1, figures.at(column.item, year), false);
    }
    sheet.text(leaf + 3, 0, "样例数据，非真实统计");
  }
}
