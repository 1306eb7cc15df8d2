package org.planpulse.jobs.ingest.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** Carries the texts of merged regions to the cells they cover, while rows go by. */
final class MergedTexts {

  private record Region(CellRangeAddress cells, String text) {

    /** A blank region covers nothing. */
    void spread(int row, List<String> texts) {
      int first = cells.getFirstColumn() + (row == cells.getFirstRow() ? 1 : 0);
      while (texts.size() <= cells.getLastColumn()) {
        texts.add("");
      }
      for (int column = first; column <= cells.getLastColumn(); column++) {
        texts.set(column, text);
      }
    }
  }

  private final Deque<CellRangeAddress> ahead;
  private final List<Region> open = new ArrayList<>();

  /**
   * @param regions by their first row
   */
  MergedTexts(List<CellRangeAddress> regions) {
    this.ahead = new ArrayDeque<>(regions);
  }

  /**
   * Spreads what the regions of a row hold. Rows must come from top to bottom; one that is left out
   * has no text of its own.
   *
   * @param texts of the row, which grow where regions reach further
   */
  void spread(int row, List<String> texts) {
    open.removeIf(region -> region.cells().getLastRow() < row);
    while (!ahead.isEmpty() && ahead.peek().getFirstRow() <= row) {
      CellRangeAddress cells = ahead.pop();
      boolean here = cells.getFirstRow() == row && cells.getFirstColumn() < texts.size();
      String text = here ? texts.get(cells.getFirstColumn()) : "";
      if (!text.isEmpty()) {
        open.add(new Region(cells, text));
      }
    }
    open.forEach(region -> region.spread(row, texts));
  }

  /** Whether a cell shows the text of another. */
  boolean covers(int row, int column) {
    return open.stream()
        .map(Region::cells)
        .anyMatch(
            cells ->
                cells.isInRange(row, column)
                    && (row != cells.getFirstRow() || column != cells.getFirstColumn()));
  }

  /** Whether a region reaches into a row behind the last one spread. */
  boolean reach(int row) {
    return open.stream().anyMatch(region -> region.cells().getLastRow() >= row);
  }
}
