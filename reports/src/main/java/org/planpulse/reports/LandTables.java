package org.planpulse.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.wording.NumberText;

/** The tables whose columns depend on the data: stock by year, transitions, and their causes. */
final class LandTables {
  private static final String DIFFERENCE_MARK = "Δ";

  private static final String ZERO = "0";

  private LandTables() {}

  /** One cell; row and column give the order, the labels what is printed. */
  record Cell(
      Integer row,
      Integer column,
      String value,
      String rowLabel,
      String columnLabel,
      boolean shaded) {
    String shade() {
      return "#EEF4F4";
    }

    /** A bare zero steps back. */
    String colour() {
      return value.equals(ZERO) ? "#A9B4BA" : "#25323B";
    }

    String mode() {
      return shaded ? "Opaque" : "Transparent";
    }
  }

  static Block stock(LandUse land, Place place) {
    List<StockRow> rows = new ArrayList<>(land.stock());
    rows.add(new StockRow(place.wording().text("land.total"), totals(land)));
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < land.years().size(); column++) {
        cells.add(
            new Cell(
                row,
                column,
                NumberText.hm2(rows.get(row).areasM2().get(column)),
                rows.get(row).name(),
                land.years().get(column).toString(),
                row == land.stock().size()));
      }
    }
    int last = land.years().size() - 1;
    String caption =
        place.captions().table("land.stock", land.years().get(0), land.years().get(last));
    return crosstab("stock", caption, "", place.wording().text("land.class"), cells);
  }

  /** Sum of the classes; unknown as soon as one class is. */
  private static List<Double> totals(LandUse land) {
    List<Double> totals = new ArrayList<>();
    for (int year = 0; year < land.years().size(); year++) {
      List<Double> column = new ArrayList<>();
      for (StockRow row : land.stock()) {
        column.add(row.areasM2().get(year));
      }
      totals.add(column.stream().anyMatch(Objects::isNull) ? null : sum(column));
    }
    return totals;
  }

  /** Decimal, so that cents of a square metre survive the sum. */
  private static double sum(List<Double> areasM2) {
    return areasM2.stream()
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  static Block matrix(LandUse land, Place place) {
    int size = land.matrix().size();
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        cells.add(
            new Cell(
                row,
                column,
                matrixValue(land.matrix().get(row).get(column)),
                rowLabel(land, row, place),
                column == size - 1 ? DIFFERENCE_MARK : Integer.toString(column + 1),
                row == column && row < size - 1));
      }
    }
    return crosstab(
        "matrix",
        place.captions().table("land.matrix", land.matrixFromYear(), land.matrixToYear()),
        place.wording().text("land.matrix.note", NumberText.m2(closing(land))),
        place.wording().text("land.matrix.head", land.matrixFromYear(), land.matrixToYear()),
        cells);
  }

  /** Laid out as the stock, with causes for years. */
  static Block causes(LandUse land, Place place) {
    List<String> columns = new ArrayList<>(land.causes());
    columns.add(place.wording().text("land.total"));
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < land.changes().size(); row++) {
      StockRow change = land.changes().get(row);
      for (int column = 0; column < columns.size(); column++) {
        cells.add(
            new Cell(
                row,
                column,
                matrixValue(change.areasM2().get(column)),
                change.name(),
                columns.get(column),
                column == columns.size() - 1));
      }
    }
    return crosstab(
        "stock",
        place.captions().table("land.causes", land.matrixFromYear(), land.matrixToYear()),
        place.wording().text("land.causes.note"),
        place.wording().text("land.class"),
        cells);
  }

  /** An exact zero prints as a bare 0, so that small changes stand out. */
  private static String matrixValue(Double m2) {
    return m2 != null && m2 == 0 ? ZERO : NumberText.hm2(m2);
  }

  private static String rowLabel(LandUse land, int row, Place place) {
    return row < land.matrix().size() - 1
        ? (row + 1) + " " + land.classes().get(row)
        : DIFFERENCE_MARK + " " + place.wording().text("land.difference");
  }

  /** Sum of the sizes of all closing differences, so that opposite ones cannot hide each other. */
  private static double closing(LandUse land) {
    int last = land.matrix().size() - 1;
    List<Double> sizes = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      sizes.add(size(land.matrix().get(i).get(last)));
      if (i < last) {
        sizes.add(size(land.matrix().get(last).get(i)));
      }
    }
    return sum(sizes);
  }

  private static double size(Double m2) {
    return m2 == null ? 0 : Math.abs(m2);
  }

  private static Block crosstab(
      String template, String caption, String note, String head, List<Cell> cells) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("CAPTION", caption);
    parameters.put("NOTE", note);
    parameters.put("HEAD", head);
    parameters.put("CELLS", cells);
    return new Block(template, parameters, List.of());
  }
}
