package org.planpulse.jobs.ingest.workbook;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** The visible cells of a sheet; every cell of a merged region shows the region's text. */
public final class SheetGrid {

  private final String name;
  private final NavigableMap<Integer, NavigableMap<Integer, GridCell>> rows = new TreeMap<>();
  private final HiddenCells hidden = new HiddenCells();
  private int lastColumn = -1;

  private SheetGrid(String name) {
    this.name = name;
  }

  static SheetGrid of(Sheet sheet) {
    SheetGrid grid = new SheetGrid(sheet.getSheetName());
    CellText text = new CellText();
    for (Row row : sheet) {
      for (Cell cell : row) {
        grid.put(text.read(cell));
      }
    }
    sheet.getMergedRegions().forEach(grid::spread);
    grid.dropHidden(sheet);
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

  private void spread(CellRangeAddress region) {
    GridCell origin = cell(region.getFirstRow(), region.getFirstColumn());
    if (origin.blank()) {
      return;
    }
    int lastRow = Math.min(region.getLastRow(), rows.lastKey());
    int last = Math.min(region.getLastColumn(), lastColumn);
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
