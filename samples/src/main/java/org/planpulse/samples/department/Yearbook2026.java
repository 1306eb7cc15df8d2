package org.planpulse.samples.department;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;

/**
 * The newer yearbook: .xlsx, items as rows, 2020 to 2025 as columns, with an English line in the
 * header, unit columns, continued tables and a table in two halves.
 */
public final class Yearbook2026 {

  private static final int FIRST_YEAR = 2020;
  private static final int YEARS = 6;
  private static final int HEADER_ROWS = 3;

  private record Item(String label, String item, String unit, int divisor, int decimals) {}

  private static final class Table {
    private final String number;
    private final String title;
    private final String english;
    private final String unit;
    private final String form;
    private final List<List<Item>> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Table(String[] line) {
      number = line[1];
      title = line[2];
      english = line[3];
      unit = line[4];
      form = line[5];
      parts.add(new ArrayList<>());
    }

    boolean hasUnits() {
      return form.equals("units");
    }

    /** Columns before the years. */
    int stub() {
      return hasUnits() ? 2 : 1;
    }
  }

  private final Figures figures = Figures.read("statistics.csv");
  private final List<Table> tables = new ArrayList<>();

  public Yearbook2026() {
    for (String[] line : Figures.lines("yearbook-2026.csv")) {
      switch (line[0]) {
        case "table" -> tables.add(new Table(line));
        case "item" -> lastPart().add(item(line));
        case "more" -> last().parts.add(new ArrayList<>());
        case "note" -> last().notes.add(line[1]);
        default -> throw new IllegalStateException("unknown line " + line[0]);
      }
    }
  }

  public void write(LandingZone zone) throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    SheetPainter cover = new SheetPainter(workbook, "说明");
    cover.text(0, 0, "二  连  浩  特  市  统  计  年  鉴　２０２６");
    cover.text(2, 0, "样例数据，非真实统计。引用的公开数据见各表注。");
    for (Table table : tables) {
      SheetPainter sheet = new SheetPainter(workbook, table.number);
      if (table.form.equals("halves")) {
        paintHalves(sheet, table);
      } else {
        paint(sheet, table);
      }
    }
    WorkbookFile.write(
        workbook,
        zone.place(Yearbook2023.DEPARTMENT, "二连浩特市统计年鉴2026.xlsx", LocalDate.of(2026, 9, 18)));
  }

  private void paint(SheetPainter sheet, Table table) {
    int width = table.stub() + YEARS;
    int row = 0;
    for (int part = 0; part < table.parts.size(); part++) {
      String title =
          part == 0 ? table.number + " " + table.title : "续表　" + table.number + " " + table.title;
      sheet.title(row, width, title);
      sheet.title(row + 1, width, table.english);
      if (!table.unit.isEmpty()) {
        sheet.rightAligned(row + 2, width - 1, table.unit);
      }
      paintHeader(sheet, table, row + 3, 0);
      row += 3 + HEADER_ROWS;
      for (Item item : table.parts.get(part)) {
        paintRow(sheet, table, item, row, 0);
        row++;
      }
      row++;
    }
    paintNotes(sheet, table, row - 1);
  }

  private void paintHalves(SheetPainter sheet, Table table) {
    int width = 1 + YEARS;
    sheet.title(0, 2 * width, "表" + table.number + "　" + table.title);
    sheet.title(1, 2 * width, table.english);
    paintHeader(sheet, table, 3, 0);
    paintHeader(sheet, table, 3, width);
    List<Item> items = table.parts.get(0);
    int left = (items.size() + 1) / 2;
    for (int i = 0; i < items.size(); i++) {
      paintRow(sheet, table, items.get(i), 3 + HEADER_ROWS + i % left, i < left ? 0 : width);
    }
    paintNotes(sheet, table, 3 + HEADER_ROWS + left);
  }

  private static void paintHeader(SheetPainter sheet, Table table, int row, int column) {
    sheet.centred(row, row + 1, column, column, "指　　标");
    sheet.centred(row + 2, column, "Item");
    if (table.hasUnits()) {
      sheet.centred(row, row + 1, column + 1, column + 1, "计量\n单位");
      sheet.centred(row + 2, column + 1, "Unit");
    }
    int first = column + table.stub();
    sheet.centred(row, row, first, first + YEARS - 1, "年　　份");
    for (int i = 0; i < YEARS; i++) {
      sheet.centred(row + 1, row + 2, first + i, first + i, FIRST_YEAR + i + "年");
    }
  }

  private void paintRow(SheetPainter sheet, Table table, Item item, int row, int column) {
    sheet.text(row, column, item.label);
    if (table.hasUnits()) {
      sheet.centred(row, column + 1, item.unit);
    }
    for (int i = 0; i < YEARS; i++) {
      String figure = figure(item, FIRST_YEAR + i);
      sheet.figure(row, column + table.stub() + i, figure, item.item.hashCode() % 3 == 0);
    }
  }

  private static void paintNotes(SheetPainter sheet, Table table, int row) {
    for (int i = 0; i < table.notes.size(); i++) {
      sheet.text(row + i, 0, table.notes.get(i));
    }
  }

  private String figure(Item item, int year) {
    String figure = figures.at(item.item, year);
    if (figure.isEmpty() || !Character.isDigit(figure.charAt(figure.length() - 1))) {
      return figure;
    }
    return new BigDecimal(figure)
        .divide(BigDecimal.valueOf(item.divisor), item.decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Item item(String[] line) {
    int divisor = Integer.parseInt(line[4]);
    return new Item(line[1], line[2], line[3], divisor, Integer.parseInt(line[5]));
  }

  private Table last() {
    return tables.get(tables.size() - 1);
  }

  private List<Item> lastPart() {
    List<List<Item>> parts = last().parts;
    return parts.get(parts.size() - 1);
  }
}
