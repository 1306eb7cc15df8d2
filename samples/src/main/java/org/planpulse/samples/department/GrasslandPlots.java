package org.planpulse.samples.department;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.GaussKruger;
import org.planpulse.samples.land.AdminUnit;
import org.planpulse.samples.land.LandHistory;

/** Twenty grassland plots visited every August; cover and yield follow the year's rain. */
public final class GrasslandPlots {

  private static final int PLOTS = 20;

  private record Plot(AdminUnit unit, Coordinate geographic, double vigour) {}

  private final Random random;

  private GrasslandPlots(Random random) {
    this.random = random;
  }

  public static void write(LandingZone zone, Random random) throws IOException {
    GrasslandPlots survey = new GrasslandPlots(random);
    List<Plot> plots = survey.lay();
    for (int year = LandHistory.FIRST_YEAR; year <= LandHistory.LAST_YEAR; year++) {
      WorkbookFile.write(
          survey.workbook(plots, year),
          zone.place(
              LandSurvey.DEPARTMENT, "草原监测样地_" + year + ".xlsx", LocalDate.of(year, 10, 12)));
    }
  }

  private List<Plot> lay() {
    Blob outline = new CitySketch().outline();
    GaussKruger projection = new GaussKruger();
    List<Plot> plots = new ArrayList<>();
    while (plots.size() < PLOTS) {
      double x = outline.x() + outline.radius() * (2 * random.nextDouble() - 1);
      double y = outline.y() + outline.radius() * (2 * random.nextDouble() - 1);
      Coordinate site = new Coordinate(x, y);
      AdminUnit unit = AdminUnit.at(site);
      if (outline.rank(x, y) < 0.95 && unit.isGacha()) {
        double vigour = 1 + 0.15 * random.nextGaussian();
        plots.add(new Plot(unit, projection.toGeographic(site), vigour));
      }
    }
    return plots;
  }

  private XSSFWorkbook workbook(List<Plot> plots, int year) {
    XSSFWorkbook workbook = new XSSFWorkbook();
    SheetPainter sheet = new SheetPainter(workbook, "样地");
    sheet.title(0, 7, year + "年草原监测样地调查表（样例数据，非真实监测）");
    String[] header = {"样地编号", "嘎查代码", "经度", "纬度", "监测日期", "植被盖度(%)", "鲜草产量(公斤/公顷)"};
    for (int i = 0; i < header.length; i++) {
      sheet.centred(1, i, header[i]);
    }
    double rain = Double.parseDouble(Figures.read("water.csv").at("precipitation_depth", year));
    for (int i = 0; i < plots.size(); i++) {
      Plot plot = plots.get(i);
      double vigour = plot.vigour * rain / 142 * (1 + 0.05 * random.nextGaussian());
      sheet.text(i + 2, 0, "YD%02d".formatted(i + 1));
      sheet.text(i + 2, 1, plot.unit.code());
      sheet.number(i + 2, 2, Math.rint(1e5 * plot.geographic.x) / 1e5);
      sheet.number(i + 2, 3, Math.rint(1e5 * plot.geographic.y) / 1e5);
      sheet.text(i + 2, 4, LocalDate.of(year, 8, 5).plusDays(i / 2).toString());
      sheet.number(i + 2, 5, Math.rint(10 * Math.min(60, 23 * Math.sqrt(vigour))) / 10);
      sheet.number(i + 2, 6, Math.rint(10 * 640 * vigour) / 10);
    }
    return workbook;
  }
}
