package org.planpulse.jobs.ingest.workbook;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A workbook of a size its format bounds, held in memory. */
record GridWorkbook(List<SheetGrid> grids) implements RowWorkbook {

  @Override
  public List<String> sheets() {
    return grids.stream().map(SheetGrid::name).toList();
  }

  @Override
  public SheetRows rows(String sheet) {
    return grids.stream()
        .filter(grid -> grid.name().equals(sheet))
        .map(GridRows::new)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {}

  private static final class GridRows implements SheetRows {

    private final SheetGrid grid;
    private final Iterator<Integer> numbers;

    GridRows(SheetGrid grid) {
      this.grid = grid;
      this.numbers = grid.rows().iterator();
    }

    @Override
    public SheetRow next() {
      return numbers.hasNext() ? row(numbers.next()) : null;
    }

    private SheetRow row(int row) {
      List<String> texts =
          IntStream.rangeClosed(0, grid.lastColumn())
              .mapToObj(column -> grid.cell(row, column).text())
              .toList();
      int width = grid.texts(row).stream().mapToInt(GridCell::column).max().orElse(-1) + 1;
      return new SheetRow(row, texts, width);
    }

    @Override
    public void close() {}
  }
}
