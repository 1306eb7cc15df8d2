package org.planpulse.samples.department;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.planpulse.samples.format.WorkbookFile;

/**
 * The older yearbook: .xls, years 2015 to 2022 as rows, items as columns under two or three header
 * rows.
 */
public final class Yearbook2023 {

  static final String DEPARTMENT = "统计局";

  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 2022;
  private static final int HEADER_ROW = 2;

  private record Column(String group, String label, String unit, String item, int decimals) {}

  private static final class Table {
    private final String number;
    private final String title;
    private final String unit;
    private final List<Column> columns = new ArrayList<>();
    private String note = "";

    Table(String number, String title, String unit) {
      this.number = number;
      this.title = title;
      this.unit = unit;
    }
  }

  private final Figures figures = Figures.read("statistics.csv");
  private final List<Table> tables = new ArrayList<>();

  /** Figures that a later book revises, by item and year, as first published. */
  private final Map<String, String> firstPublished = new HashMap<>();

  public Yearbook2023() {
    for (String[] line : Figures.lines("yearbook-2023.csv")) {
      switch (line[0]) {
        case "table" -> tables.add(new Table(line[1], line[2], line[3]));
        case "item" ->
            last()
                .columns
                .add(new Column(line[1], line[2], line[3], line[4], Integer.parseInt(line[5])));
        case "revised" -> firstPublished.put(line[1] + line[2], line[3]);
        case "note" -> last().note = line[1];
        default -> throw new IllegalStateException("unknown line " + line[0]);
      }
    }
  }

  public void write(LandingZone zone) throws IOException {
    HSSFWorkbook workbook = new HSSFWorkbook();
    for (Table table : tables) {
      paint(new SheetPainter(workbook, table.number), table);
    }
    WorkbookFile.write(
        workbook, zone.place(DEPARTMENT, "二连浩特市统计年鉴2023.xls", LocalDate.of(2023, 11, 20)));
  }

  private Table last() {
    return tables.get(tables.size() - 1);
  }

  private void paint(SheetPainter sheet, Table table) {
    int width = table.columns.size() + 1;
    sheet.title(0, width, table.number + " " + table.title);
    sheet.rightAligned(1, width - 1, table.unit);
    boolean withUnits = table.columns.stream().anyMatch(column -> !column.unit.isEmpty());
    int lastHeader = HEADER_ROW + (withUnits ? 2 : 1);
    sheet.centred(HEADER_ROW, lastHeader, 0, 0, "年　份");
    paintGroups(sheet, table);
    for (int i = 0; i < table.columns.size(); i++) {
      Column column = table.columns.get(i);
      int first = column.group.isEmpty() ? HEADER_ROW : HEADER_ROW + 1;
      sheet.centred(first, HEADER_ROW + 1, i + 1, i + 1, column.label);
      if (withUnits) {
        sheet.centred(HEADER_ROW + 2, i + 1, column.unit);
      }
    }
    int row = lastHeader + 1;
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      sheet.text(row, 0, year % 5 == 0 ? fullWidth(year) + "年" : String.valueOf(year));
      for (int i = 0; i < table.columns.size(); i++) {
        sheet.figure(row, i + 1, figure(table.columns.get(i), year), i % 3 == 2);
      }
      row++;
    }
    sheet.text(row, 0, table.note);
  }

  private static void paintGroups(SheetPainter sheet, Table table) {
    int from = 0;
    while (from < table.columns.size()) {
      String group = table.columns.get(from).group;
      int to = from;
      while (to + 1 < table.columns.size() && table.columns.get(to + 1).group.equals(group)) {
        to++;
      }
      if (!group.isEmpty()) {
        sheet.centred(HEADER_ROW, HEADER_ROW, from + 1, to + 1, group);
      }
      from = to + 1;
    }
  }

  private String figure(Column column, int year) {
    String figure = figures.at(column.item, year);
    String shown = firstPublished.getOrDefault(column.item + year, figure);
    boolean isNumber = !shown.isEmpty() && Character.isDigit(shown.charAt(shown.length() - 1));
    return isNumber ? new BigDecimal(shown).setScale(column.decimals).toPlainString() : shown;
  }

  private static String fullWidth(int number) {
    StringBuilder text = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
    return text.toString();
  }
}
