package org.planpulse.jobs.ingest.workbook;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.planpulse.jobs.ingest.landing.FileFault;

/** The visible cells of a sheet; every cell of a merged region shows the region's text. */
public final class SheetGrid {

  /** A region of a few bytes may cover all the 17 milliard cells of a sheet. */
  private static final long MOST_COVERED = 4_000_000;

  private final String name;
  private final NavigableMap<Integer, NavigableMap<Integer, GridCell>> rows = new TreeMap<>();
  private final HiddenCells hidden = new HiddenCells();
  private int lastColumn = -1;
  private long covered;

  private SheetGrid(String name) {
    this.name = name;
  }

  /**
   * @throws FileFault when merged regions cover more cells than memory should hold
   */
  static SheetGrid of(Sheet sheet) throws FileFault {
    SheetGrid grid = new SheetGrid(sheet.getSheetName());
    CellText text = new CellText();
    for (Row row : sheet) {
      for (Cell cell : row) {
        grid.put(text.read(cell));
      }
    }
    for (CellRangeAddress region : sheet.getMergedRegions()) {
      grid.spread(region);
    }
    grid.dropHidden(sheet);
    return grid;
  }

  /** Lines of texts, one cell a field: what a spreadsheet shows of a delimited text file. */
  public static SheetGrid of(String name, List<List<String>> lines) {
    SheetGrid grid = new SheetGrid(name);
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < lines.get(row).size(); column++) {
        grid.put(GridCell.typed(row, column, lines.get(row).get(column)));
      }
    }
    return grid;
  }

  public String name() {
    return name;
  }

  /** Numbers of the rows that hold anything, from 0, ascending. */
  public List<Integer> rows() {
    return List.copyOf(rows.keySet());
  }

  public int lastColumn() {
    return lastColumn;
  }

  /** Columns that hold anything. */
  public Set<Integer> columns() {
    return rows.values().stream()
        .flatMap(cells -> cells.keySet().stream())
        .collect(Collectors.toSet());
  }

  /** Of the cells of a row; -1 when it has none. */
  public int lastColumn(int row) {
    NavigableMap<Integer, GridCell> cells = rows.get(row);
    return cells == null || cells.isEmpty() ? -1 : cells.lastKey();
  }

  public GridCell cell(int row, int column) {
    NavigableMap<Integer, GridCell> cells = rows.get(row);
    GridCell cell = cells == null ? null : cells.get(column);
    return cell == null ? GridCell.empty(row, column) : cell;
  }

  /** Cells of a row with a text of their own, from left to right. */
  public List<GridCell> texts(int row) {
    Map<Integer, GridCell> cells = rows.getOrDefault(row, new TreeMap<>());
    return cells.values().stream().filter(cell -> !cell.covered()).toList();
  }

  HiddenCells hidden() {
    return hidden;
  }

  private void put(GridCell cell) {
    if (!cell.blank()) {
      rows.computeIfAbsent(cell.row(), key -> new TreeMap<>()).put(cell.column(), cell);
      lastColumn = Math.max(lastColumn, cell.column());
    }
  }

  private void spread(CellRangeAddress region) throws FileFault {
    GridCell origin = cell(region.getFirstRow(), region.getFirstColumn());
    if (origin.blank()) {
      return;
    }
    int lastRow = Math.min(region.getLastRow(), rows.lastKey());
    int last = Math.min(region.getLastColumn(), lastColumn);
    covered += (lastRow - region.getFirstRow() + 1L) * (last - region.getFirstColumn() + 1L);
    if (covered > MOST_COVERED) {
      throw new FileFault("FILE_INFLATES", Map.of());
    }
    for (int row = region.getFirstRow(); row <= lastRow; row++) {
      for (int column = region.getFirstColumn(); column <= last; column++) {
        if (row != origin.row() || column != origin.column()) {
          rows.computeIfAbsent(row, key -> new TreeMap<>())
              .put(column, origin.coveredAt(row, column));
        }
      }
    }
  }

  private void dropHidden(Sheet sheet) {
    for (Integer row : rows()) {
      if (sheet.getRow(row) != null && sheet.getRow(row).getZeroHeight()) {
        rows.remove(row);
        hidden.row(row);
      }
    }
    for (int column = 0; column <= lastColumn; column++) {
      if (sheet.isColumnHidden(column)) {
        dropColumn(column);
      }
    }
  }

  private void dropColumn(int column) {
    boolean used = false;
    for (NavigableMap<Integer, GridCell> cells : rows.values()) {
      used |= cells.remove(column) != null;
    }
    rows.values().removeIf(Map::isEmpty);
    if (used) {
      hidden.column(column);
    }
  }
}
