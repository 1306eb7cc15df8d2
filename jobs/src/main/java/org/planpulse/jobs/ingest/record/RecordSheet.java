package org.planpulse.jobs.ingest.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/**
 * Rows of texts before anything is known about them.
 *
 * @param name of the sheet or file
 * @param open whether the last line has no line end, as in a file cut short
 */
public record RecordSheet(String name, List<Line> lines, boolean open) {

  public RecordSheet(String name, List<Line> lines) {
    this(name, lines, false);
  }

  /**
   * @param number in the sheet or file, from 1; 0 for names that stand in no row
   */
  public record Line(int number, List<String> texts) {

    public boolean blank() {
      return texts.stream().allMatch(String::isBlank);
    }
  }

  /** A sheet's rows that hold anything. */
  public static RecordSheet of(SheetGrid grid) {
    List<Line> lines = new ArrayList<>();
    for (int row : grid.rows()) {
      List<String> texts =
          IntStream.rangeClosed(0, grid.lastColumn(row))
              .mapToObj(column -> grid.cell(row, column).text().strip())
              .toList();
      lines.add(new Line(row + 1, texts));
    }
    return new RecordSheet(grid.name(), lines);
  }

  /**
   * The field names as line 0, then the records.
   *
   * @param name of the file
   */
  public static RecordSheet of(DbfTable table, String name) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(0, table.names()));
    table.records().forEach(record -> lines.add(new Line(record.number(), record.texts())));
    return new RecordSheet(name, lines);
  }

  /** The lines as a spreadsheet shows them. */
  public SheetGrid grid() {
    return SheetGrid.of(name, lines.stream().map(Line::texts).toList());
  }
}
