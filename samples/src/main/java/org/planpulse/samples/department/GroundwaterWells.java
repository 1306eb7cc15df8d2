package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.GaussKruger;
import org.planpulse.samples.land.LandHistory;

/** Three wells read each quarter; the water sinks by some centimetres a year. */
public final class GroundwaterWells {

  private static final String DEPARTMENT = "农牧和水务局";
  private static final String[] HEADER = {"监测井编号", "监测井名称", "观测日期", "经度", "纬度", "地下水埋深", "地下水位"};
  private static final double SINKING_A_YEAR = 0.06;

  /**
   * @param ground height of the ground above sea level in metres
   * @param depth to the water in the first year in metres
   */
  private record Well(String code, double east, double north, double ground, double depth) {}

  private static final List<Well> WELLS =
      List.of(
          new Well("J01", -6, 4, 958.4, 21.6),
          new Well("J02", 3, -9, 947.2, 26.3),
          new Well("J03", -18, -21, 921.8, 17.9));

  private GroundwaterWells() {}

  public static void write(LandingZone zone, Random random) throws IOException {
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      XSSFWorkbook workbook = new XSSFWorkbook();
      paint(new SheetPainter(workbook, "观测数据"), year, random);
      String name = "地下水观测数据表_" + year + ".xlsx";
      WorkbookFile.write(workbook, zone.place(DEPARTMENT, name, LocalDate.of(year + 1, 2, 20)));
    }
  }

  private static void paint(SheetPainter sheet, int year, Random random) {
    sheet.title(0, HEADER.length, year + "年地下水监测井观测数据（样例数据，非真实监测；单位：米）");
    for (int i = 0; i < HEADER.length; i++) {
      sheet.centred(1, i, HEADER[i]);
    }
    int row = 2;
    for (Well well : WELLS) {
      Coordinate place = new GaussKruger().toGeographic(CitySketch.at(well.east, well.north));
      for (int quarter = 1; quarter <= 4; quarter++) {
        double depth =
            well.depth
                + SINKING_A_YEAR * (year - LandHistory.FIRST_YEAR)
                + (quarter == 2 || quarter == 3 ? 0.25 : 0)
                + 0.05 * random.nextGaussian();
        double metres = Math.rint(100 * depth) / 100;
        sheet.text(row, 0, well.code);
        sheet.text(row, 1, "样例监测井" + well.code);
        sheet.text(row, 2, LocalDate.of(year, 3 * quarter, 25).toString());
        sheet.number(row, 3, Math.rint(1e5 * place.x) / 1e5);
        sheet.number(row, 4, Math.rint(1e5 * place.y) / 1e5);
        sheet.number(row, 5, metres);
        sheet.number(row, 6, Math.rint(100 * (well.ground - metres)) / 100);
        row++;
      }
    }
  }
}
