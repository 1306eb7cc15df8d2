package org.planpulse.jobs.ingest.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.ss.util.CellReference;

/** Hidden rows and columns with content, which are left out. */
final class HiddenCells {

  private final BitSet rows = new BitSet();
  private final BitSet columns = new BitSet();

  void row(int row) {
    rows.set(row);
  }

  void column(int column) {
    columns.set(column);
  }

  /** Rows like {@code 7} or {@code 9-120}, then columns like {@code C}. */
  List<String> places() {
    List<String> places = runs(rows, row -> String.valueOf(row + 1));
    places.addAll(runs(columns, CellReference::convertNumToColString));
    return places;
  }

  private static List<String> runs(BitSet numbers, IntFunction<String> name) {
    List<String> runs = new ArrayList<>();
    for (int first = numbers.nextSetBit(0); first >= 0; ) {
      int behind = numbers.nextClearBit(first);
      boolean one = behind == first + 1;
      runs.add(one ? name.apply(first) : name.apply(first) + "-" + name.apply(behind - 1));
      first = numbers.nextSetBit(behind);
    }
    return runs;
  }
}
