package org.planpulse.reports.part;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Amount;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.reports.wording.NumberText;

/** The tables whose columns depend on the data: stock by year, transitions, and their causes. */
final class LandTables {
  private static final String DIFFERENCE_MARK = "Δ";
  private static final String SHADE = "#EEF4F4";

  /** Of the page between its margins, in points, and of that the names of the matrix. */
  private static final int WIDTH = 491;

  private static final int MATRIX_HEAD = 57;

  /** A column of zeros is not narrower than one of so many digits. */
  private static final int FEWEST_DIGITS = 4;

  /** Between two columns of numbers, in digits. */
  private static final int GAP_DIGITS = 2;

  /** Square metres by which heat is full and none, on a scale of powers of ten. */
  private static final double HOTTEST_M2 = 1e7;

  private static final double COLDEST_M2 = 1e3;

  private LandTables() {}

  /** A unit may have no land, as its summary then says; a city without any is a fault. */
  static List<Block> stock(Scope scope) {
    LandStock land = scope.landStock();
    if (land.years().isEmpty() && scope.subject().unit().isPresent()) {
      return List.of();
    }
    scope.required(land.years(), "地类面积", "areas of land classes");
    List<Row> rows = new ArrayList<>();
    land.rows().forEach(row -> rows.add(stock(row, "")));
    rows.add(stock(new StockRow(scope.text("land.total"), totals(land)), SHADE));
    int last = land.years().size() - 1;
    return List.of(
        Table.of(
                scope.table("land.stock", land.years().get(0), land.years().get(last)),
                columns(
                    scope.text("land.class"),
                    113,
                    land.years().stream().map(year -> Integer.toString(year)).toList()),
                rows)
            .withNote(scope.text("land.stock.note")));
  }

  private static Row stock(StockRow row, String shade) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Words(row.name(), shade, !shade.isEmpty()));
    row.areasM2().forEach(m2 -> cells.add(Cell.hm2(m2).shaded(shade)));
    return new Row("", cells, "");
  }

  private static List<Column> columns(String head, int width, List<String> heads) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(head, width));
    heads.forEach(text -> columns.add(Column.number(text, (WIDTH - width) / heads.size())));
    return columns;
  }

  /** Columns of numbers as wide as their longest needs: so many stand side by side. */
  private static List<Column> byDigits(String head, List<String> heads, List<Row> rows) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 1; i <= heads.size(); i++) {
      int column = i;
      int longest =
          rows.stream().mapToInt(row -> row.cells().get(column).text().length()).max().orElse(0);
      digits.add(Math.max(FEWEST_DIGITS, longest) + GAP_DIGITS);
    }
    int all = digits.stream().mapToInt(Integer::intValue).sum();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(head, MATRIX_HEAD * all));
    for (int i = 0; i < heads.size(); i++) {
      columns.add(Column.number(heads.get(i), (WIDTH - MATRIX_HEAD) * digits.get(i)));
    }
    return columns;
  }

  /** Sum of the classes; unknown as soon as one class is. */
  private static List<Double> totals(LandStock land) {
    List<Double> totals = new ArrayList<>();
    for (int year = 0; year < land.years().size(); year++) {
      List<Double> column = new ArrayList<>();
      for (StockRow row : land.rows()) {
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

  static List<Block> matrix(Scope scope) {
    LandUse land = LandParts.land(scope);
    if (!comparable(land)) {
      return instead(scope, land, "land.matrix", "land.incomparable");
    }
    int size = land.matrix().size();
    List<String> heads = new ArrayList<>();
    for (int column = 1; column < size; column++) {
      heads.add(Integer.toString(column));
    }
    heads.add(DIFFERENCE_MARK);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      rows.add(matrix(land, row, scope));
    }
    return List.of(
        Table.of(
                scope.table("land.matrix", land.matrixFromYear(), land.matrixToYear()),
                byDigits(
                    scope.text("land.matrix.head", land.matrixFromYear(), land.matrixToYear()),
                    heads,
                    rows),
                rows)
            .withNote(scope.text("land.matrix.note", NumberText.m2(closing(land)))));
  }

  private static Row matrix(LandUse land, int row, Scope scope) {
    int last = land.matrix().size() - 1;
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.text(
            row < last
                ? (row + 1) + " " + land.classes().get(row)
                : DIFFERENCE_MARK + " " + scope.text("land.difference")));
    for (int column = 0; column <= last; column++) {
      Double m2 = land.matrix().get(row).get(column);
      boolean stayed = row == column && row < last;
      boolean moved = row < last && column < last && !stayed;
      cells.add(change(m2).shaded(stayed ? SHADE : moved ? heat(m2) : ""));
    }
    return new Row("", cells, "");
  }

  /** From white to amber; {@code #rrggbb}, empty for none. */
  static String heat(Double m2) {
    if (m2 == null || m2 < COLDEST_M2) {
      return "";
    }
    double share = Math.min(1, Math.log10(m2 / COLDEST_M2) / Math.log10(HOTTEST_M2 / COLDEST_M2));
    return String.format(
        Locale.ROOT, "#FF%02X%02X", Math.round(245 - 85 * share), Math.round(230 - 150 * share));
  }

  /** Without land of both years there is nothing to compare, and that is said. */
  static boolean comparable(LandUse land) {
    return land.matrix().stream().flatMap(List::stream).anyMatch(m2 -> size(m2) > 0);
  }

  static boolean changed(LandUse land) {
    int last = land.matrix().size() - 1;
    for (int row = 0; row < last; row++) {
      for (int column = 0; column < last; column++) {
        if (row != column && size(land.matrix().get(row).get(column)) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Says instead of a table or figure why there is none.
   *
   * @param heading what it would have shown
   */
  static List<Block> instead(Scope scope, LandUse land, String heading, String reason) {
    int from = land.matrixFromYear();
    int to = land.matrixToYear();
    return List.of(
        new Statements(scope.heading(heading, from, to), List.of(scope.text(reason, from, to))));
  }

  static List<Block> causes(Scope scope) {
    LandUse land = LandParts.land(scope);
    if (land.changes().isEmpty()) {
      return instead(
          scope, land, "land.causes", comparable(land) ? "land.unchanged" : "land.incomparable");
    }
    List<String> heads = new ArrayList<>(land.causes());
    heads.add(scope.text("land.total"));
    return List.of(
        Table.of(
                scope.table("land.causes", land.matrixFromYear(), land.matrixToYear()),
                columns(scope.text("land.class"), 113, heads),
                land.changes().stream().map(LandTables::cause).toList())
            .withNote(scope.text("land.causes.note")));
  }

  private static Row cause(StockRow row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.text(row.name()));
    int last = row.areasM2().size() - 1;
    for (int i = 0; i <= last; i++) {
      cells.add(change(row.areasM2().get(i)).shaded(i == last ? SHADE : ""));
    }
    return new Row("", cells, "");
  }

  /** An exact zero prints as a bare 0, so that small changes stand out. */
  private static Amount change(Double m2) {
    return m2 != null && m2 == 0 ? Cell.whole(0) : Cell.hm2(m2);
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
}
