package org.planpulse.samples.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearbooksTest {

  /** Figures are printed with one decimal. */
  private static final Offset<Double> TENTH = Offset.offset(1e-6);

  @TempDir static Path folder;

  @BeforeAll
  static void writeBooks() throws IOException {
    LandingZone zone = new LandingZone(folder);
    new Yearbook2023().write(zone);
    new Yearbook2026().write(zone);
    WaterBulletin.write(zone);
  }

  @Test
  void theCensusAndTheKnownYearsAreHonoured() throws IOException {
    try (Workbook book = newer()) {
      Sheet population = book.getSheet("3-1");
      Row residents = row(population, "常 住 人 口");
      assertThat(residents.getCell(1).getNumericCellValue()).isEqualTo(7.5794);
      assertThat(residents.getCell(3).getNumericCellValue()).isEqualTo(7.06);
      Row gdp = row(book.getSheet("1-1"), "地区生产总值");
      assertThat(gdp.getCell(1).getStringCellValue()).isEqualTo("亿元");
      assertThat(number(gdp.getCell(4))).isEqualTo(73.76);
      assertThat(number(gdp.getCell(5))).isEqualTo(75.3);
    }
  }

  @Test
  void theOlderBookHoldsGdpOf2022BeforeItsRevision() throws IOException {
    try (Workbook book = older()) {
      Sheet sheet = book.getSheet("1-1");
      assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("地区生产总值");
      Row year = row(sheet, "2022");
      assertThat(number(year.getCell(1))).isEqualTo(728_900);
      assertThat(number(row(sheet, "2021").getCell(1))).isEqualTo(714_800);
    }
    try (Workbook book = newer()) {
      assertThat(number(row(book.getSheet("1-1"), "地区生产总值").getCell(3))).isEqualTo(71.48);
      assertThat(text(book.getSheet("1-1"))).contains("2022年数据为经济普查修订数");
    }
  }

  @Test
  void urbanAndRuralAddUpToTheResidents() throws IOException {
    try (Workbook book = older()) {
      Sheet sheet = book.getSheet("3-1");
      for (int row = 4; row < 12; row++) {
        Row year = sheet.getRow(row);
        assertThat(number(year.getCell(2)) + number(year.getCell(3)))
            .isEqualTo(number(year.getCell(1)));
      }
    }
  }

  @Test
  void symbolsStandForNoneAndForLessThanHalfAUnit() throws IOException {
    try (Workbook book = newer()) {
      assertThat(row(book.getSheet("6-1"), "实际利用外资（万元）").getCell(2)).hasToString("-");
      assertThat(row(book.getSheet("8-1"), "入境旅游人数").getCell(2)).hasToString("…");
      assertThat(row(book.getSheet("11-1"), "森林蓄积量（万立方米）").getCell(2).getCellType())
          .isEqualTo(CellType.BLANK);
    }
  }

  @Test
  void theLayoutHasTheHabitsOfRealBooks() throws IOException {
    try (Workbook book = newer()) {
      assertThat(text(book.getSheet("10-1"))).contains("续表");
      assertThat(text(book.getSheet("3-1"))).contains("单位：万人");
      assertThat(book.getSheet("1-1").getMergedRegions())
          .contains(CellRangeAddress.valueOf("C4:H4"));
      Row header = book.getSheet("7-1").getRow(3);
      assertThat(header.getCell(0)).hasToString(header.getCell(7).toString());
    }
    try (Workbook book = older()) {
      assertThat(text(book.getSheet("3-1"))).contains("２０２０年").contains("按城乡分");
    }
  }

  @Test
  void everySheetSaysThatItsFiguresAreNotReal() throws IOException {
    for (Workbook book : new Workbook[] {older(), newer()}) {
      try (book) {
        book.forEach(sheet -> assertThat(text(sheet)).contains("样例数据"));
      }
    }
  }

  @Test
  void theWaterBulletinsBalance() throws IOException {
    for (int year = 2020; year <= 2025; year++) {
      Path file = folder.resolve("农牧和水务局/样例_水资源公报_" + year + ".xlsx");
      try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
        Row resources = book.getSheet("W4水资源总量").getRow(3);
        assertThat(sum(resources, 1, 2) - number(resources.getCell(3)))
            .isCloseTo(number(resources.getCell(4)), TENTH);
        Row supply = book.getSheet("W6供水量").getRow(4);
        Row use = book.getSheet("W7用水量").getRow(4);
        assertThat(sum(supply, 1, 3)).isCloseTo(number(supply.getCell(4)), TENTH);
        assertThat(sum(use, 1, 4)).isCloseTo(number(use.getCell(5)), TENTH);
        assertThat(number(use.getCell(5))).isEqualTo(number(supply.getCell(4)));
      }
    }
  }

  private static double sum(Row row, int first, int last) {
    double sum = 0;
    for (int i = first; i <= last; i++) {
      sum += number(row.getCell(i));
    }
    return sum;
  }

  /** Of a number, or of a text with commas. */
  private static double number(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? cell.getNumericCellValue()
        : Double.parseDouble(cell.getStringCellValue().replace(",", "").trim());
  }

  private static Row row(Sheet sheet, String label) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(label)) {
        return row;
      }
    }
    throw new AssertionError("no row " + label + " in " + sheet.getSheetName());
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }

  private static Workbook older() throws IOException {
    return WorkbookFactory.create(folder.resolve("统计局/样例_二连浩特市统计年鉴2023.xls").toFile(), null, true);
  }

  private static Workbook newer() throws IOException {
    return WorkbookFactory.create(folder.resolve("统计局/样例_二连浩特市统计年鉴2026.xlsx").toFile(), null, true);
  }
}
