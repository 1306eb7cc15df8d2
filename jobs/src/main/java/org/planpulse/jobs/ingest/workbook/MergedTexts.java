package org.planpulse.jobs.ingest.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.planpulse.jobs.ingest.landing.FileFault;

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

  /** A region of a few bytes may cover all the 17 milliard cells of a sheet. */
  private static final long MOST_COVERED = 4_000_000;

  /** Cells that may be covered for each with a text of its own, in a long list. */
  private static final int COVERED_FOR_EACH = 16;

  private final Deque<CellRangeAddress> ahead;
  private final List<Region> open = new ArrayList<>();
  private long own;
  private long covered;

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
   * @throws FileFault when regions cover far more cells than have a text
   */
  void spread(int row, List<String> texts) throws FileFault {
    open.removeIf(region -> region.cells().getLastRow() < row);
    while (!ahead.isEmpty() && ahead.peek().getFirstRow() <= row) {
      CellRangeAddress cells = ahead.pop();
      boolean here = cells.getFirstRow() == row && cells.getFirstColumn() < texts.size();
      String text = here ? texts.get(cells.getFirstColumn()) : "";
      if (!text.isEmpty()) {
        open.add(new Region(cells, text));
      }
    }
    own += texts.size();
    covered += open.stream().mapToLong(region -> region.cells().getLastColumn() + 1L).sum();
    if (covered > MOST_COVERED + COVERED_FOR_EACH * own) {
      throw new FileFault("FILE_INFLATES", Map.of());
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
