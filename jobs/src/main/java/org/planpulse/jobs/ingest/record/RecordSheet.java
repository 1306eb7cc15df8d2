package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/**
 * All lines of a sheet or file, to be looked at before anything is known about them.
 *
 * @param name of the sheet or file
 * @param open whether the last line has no line end, as in a file cut short
 */
public record RecordSheet(String name, List<Line> lines, boolean open) {

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
    return new RecordSheet(grid.name(), lines, false);
  }

  /**
   * The field names as line 0, then the records.
   *
   * @param name of the file
   */
  public static RecordSheet ofDbf(Path file, String name) throws IOException, FileFault {
    try (Lines lines = new DbfLines(DbfTable.of(file))) {
      return of(lines, name);
    }
  }

  /**
   * @param name of the file
   * @throws FileFault when quoting is broken
   */
  public static RecordSheet ofText(Path file, TextCharset charset, String name)
      throws IOException, FileFault {
    try (Lines lines = new DelimitedText(file, charset)) {
      return of(lines, name);
    }
  }

  private static RecordSheet of(Lines lines, String name) throws IOException, FileFault {
    List<Line> all = new ArrayList<>();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return new RecordSheet(name, all, lines.open());
  }

  /**
   * Whether the file breaks off inside the last line: it has fewer texts than the one before. A
   * single text is a remark, or a label without figures.
   */
  public boolean isCut() {
    int last = lines.size() - 1;
    return open
        && last > 0
        && lines.get(last).texts().size() > 1
        && lines.get(last).texts().size() < lines.get(last - 1).texts().size();
  }

  /** Without the last line. */
  public RecordSheet withoutLast() {
    return new RecordSheet(name, lines.subList(0, lines.size() - 1), false);
  }

  /** The lines as a spreadsheet shows them. */
  public SheetGrid grid() {
    return SheetGrid.of(name, lines.stream().map(Line::texts).toList());
  }
}
