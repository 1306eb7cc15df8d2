package org.planpulse.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under aligned columns: numbers to the right, all else to the left. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * The lines of a table.
   *
   * @param rows cells as texts, as many as there are headers
   * @param numeric which columns hold numbers
   */
  static List<String> lines(List<String> headers, List<List<String>> rows, List<Boolean> numeric) {
    int[] widths = IntStream.range(0, headers.size()).map(i -> width(headers, rows, i)).toArray();
    List<String> lines = new ArrayList<>();
    lines.add(line(headers, widths, numeric));
    lines.add(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths, numeric));
    rows.forEach(row -> lines.add(line(row, widths, numeric)));
    return lines;
  }

  private static int width(List<String> headers, List<List<String>> rows, int column) {
    int widest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
    return Math.max(widest, DisplayWidth.of(headers.get(column)));
  }

  private static String line(List<String> cells, int[] widths, List<Boolean> numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : GAP)
          .append(DisplayWidth.pad(cells.get(i), widths[i], numeric.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
