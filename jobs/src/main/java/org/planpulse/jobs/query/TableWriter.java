package org.planpulse.jobs.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Aligned columns for a terminal. Texts are cut to fit the width, the widest first; numbers never.
 * When even that does not fit, each row is written as a block with one line per column.
 */
public final class TableWriter implements ResultWriter {

  private static final String GAP = "  ";

  /** A text is not cut below this. */
  private static final int LEAST = 8;

  private final int width;

  /**
   * @param width of the terminal in columns
   */
  public TableWriter(int width) {
    this.width = width;
  }

  @Override
  public void write(QueryResult result, Appendable out) throws IOException {
    List<List<String>> cells = result.rows().stream().map(TableWriter::cells).toList();
    int[] widths = widths(result, cells);
    shrink(widths, result);
    if (total(widths) <= width) {
      writeColumns(result, cells, widths, out);
    } else {
      writeBlocks(result, cells, out);
    }
  }

  private static List<String> cells(List<Object> row) {
    return row.stream().map(value -> CellText.of(value).replaceAll("\\s*\\R\\s*", " ")).toList();
  }

  private static int[] widths(QueryResult result, List<List<String>> cells) {
    return IntStream.range(0, result.columns().size())
        .map(
            i ->
                cells.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(i)))
                    .reduce(DisplayWidth.of(result.columns().get(i).name()), Math::max))
        .toArray();
  }

  private void shrink(int[] widths, QueryResult result) {
    List<Integer> texts =
        IntStream.range(0, widths.length).filter(i -> !isNumber(result, i)).boxed().toList();
    while (total(widths) > width) {
      int widest = texts.stream().max(Comparator.comparingInt(i -> widths[i])).orElse(-1);
      if (widest < 0 || widths[widest] <= LEAST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int total(int[] widths) {
    return IntStream.of(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
  }

  private static void writeColumns(
      QueryResult result, List<List<String>> cells, int[] widths, Appendable out)
      throws IOException {
    List<String> names = result.columns().stream().map(QueryResult.Column::name).toList();
    writeLine(result, names, widths, out);
    writeLine(result, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths, out);
    for (List<String> row : cells) {
      writeLine(result, row, widths, out);
    }
  }

  private static void writeLine(QueryResult result, List<String> row, int[] widths, Appendable out)
      throws IOException {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String text = DisplayWidth.cut(row.get(i), widths[i]);
      padded.add(
          isNumber(result, i)
              ? DisplayWidth.padLeft(text, widths[i])
              : DisplayWidth.padRight(text, widths[i]));
    }
    out.append(String.join(GAP, padded).stripTrailing()).append('\n');
  }

  private void writeBlocks(QueryResult result, List<List<String>> cells, Appendable out)
      throws IOException {
    List<String> names = result.columns().stream().map(QueryResult.Column::name).toList();
    int nameWidth = names.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    int valueWidth = Math.max(LEAST, width - nameWidth - GAP.length());
    for (int r = 0; r < cells.size(); r++) {
      out.append("-- ").append(Integer.toString(r + 1)).append('\n');
      for (int i = 0; i < names.size(); i++) {
        String value = cells.get(r).get(i);
        String text = isNumber(result, i) ? value : DisplayWidth.cut(value, valueWidth);
        String line = DisplayWidth.padRight(names.get(i), nameWidth) + GAP + text;
        out.append(line.stripTrailing()).append('\n');
      }
    }
  }

  private static boolean isNumber(QueryResult result, int column) {
    return result
        .columns()
        .get(column)
        .type()
        .matches("(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|U.*INT.*");
  }
}
