package org.planpulse.jobs.ingest.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LostText;
import org.planpulse.jobs.ingest.record.Line;
import org.planpulse.jobs.ingest.record.RecordSheet;
import org.planpulse.jobs.ingest.record.TextCharset;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;
import org.planpulse.jobs.ingest.workbook.Workbooks;

/**
 * Reads the cross tables of yearbooks and bulletins cell by cell. It finds the tables of a sheet
 * and their headings but does not judge what is a year, a region or an item: that is the contract's
 * part.
 */
public final class StatisticalTableReader {

  private final Predicate<String> isUnit;

  /**
   * @param isUnit tells units from other words in brackets
   */
  public StatisticalTableReader(Predicate<String> isUnit) {
    this.isUnit = isUnit;
  }

  /**
   * All data cells of the sheets whose name matches.
   *
   * @param sheets empty for all sheets
   */
  public List<TableCell> read(Path workbook, Optional<Pattern> sheets, Findings findings)
      throws FileFault {
    return read(
        Workbooks.sheets(workbook, findings).stream()
            .filter(grid -> sheets.isEmpty() || sheets.get().matcher(grid.name()).matches())
            .toList(),
        findings);
  }

  /**
   * All data cells of a delimited text file, which is one sheet.
   *
   * @param name of the file without its extension, which stands for the sheet's
   */
  public List<TableCell> readText(Path file, TextCharset charset, String name, Findings findings)
      throws IOException, FileFault {
    SheetGrid grid = whole(RecordSheet.ofText(file, charset, name), findings).grid();
    if (charset.damaged()) {
      reportLost(grid, findings);
    }
    return read(List.of(grid), findings);
  }

  /** The half of a figure would pass for a whole one. */
  private static RecordSheet whole(RecordSheet sheet, Findings findings) {
    List<Line> lines = sheet.lines();
    if (!sheet.open() || lines.isEmpty()) {
      return sheet;
    }
    Line last = lines.get(lines.size() - 1);
    String line = String.valueOf(last.number());
    String place = sheet.name() + "!" + line;
    if (!sheet.isCut()) {
      findings.add("LAST_LINE_OPEN", place, Map.of("line", line));
      return sheet;
    }
    String fields = String.valueOf(last.texts().size());
    String headings = String.valueOf(lines.get(lines.size() - 2).texts().size());
    findings.add("RECORD_CUT", place, Map.of("line", line, "fields", fields, "headings", headings));
    return sheet.withoutLast();
  }

  private List<TableCell> read(List<SheetGrid> grids, Findings findings) throws FileFault {
    List<TableCell> cells = new ArrayList<>();
    for (SheetGrid grid : grids) {
      List<TableCell> found = read(grid);
      if (found.isEmpty() && !grid.rows().isEmpty()) {
        findings.add("SHEET_WITHOUT_TABLE", grid.name(), Map.of("sheet", grid.name()));
      }
      cells.addAll(found);
    }
    if (cells.isEmpty()) {
      throw new FileFault("TABLE_NOT_FOUND", Map.of());
    }
    return cells;
  }

  private static void reportLost(SheetGrid grid, Findings findings) {
    LostText lost = new LostText();
    for (int row : grid.rows()) {
      for (GridCell cell : grid.texts(row)) {
        if (cell.text().indexOf(LostText.REPLACEMENT) >= 0) {
          lost.note(cell.address(), row + 1);
        }
      }
    }
    lost.report(grid.name(), findings);
  }

  /**
   * Whether a sheet looks like a cross table rather than a list: it prints a unit above the table,
   * a numbered title, or years beside or below each other.
   */
  public static boolean looksLikeTable(SheetGrid grid) {
    int years = 0;
    for (int row : grid.rows()) {
      List<GridCell> cells = grid.texts(row);
      RowKind kind = RowKind.of(cells);
      if (kind == RowKind.UNIT || kind == RowKind.YEARS || cells.size() == 1 && titled(cells)) {
        return true;
      }
      years += !cells.isEmpty() && TableWords.year(cells.get(0).text()) ? 1 : 0;
    }
    return years > 1;
  }

  private static boolean titled(List<GridCell> cells) {
    return TableWords.title(cells.get(0).text());
  }

  /** All data cells of a sheet; none when it holds no table. */
  public List<TableCell> read(SheetGrid grid) {
    List<TableCell> cells = new ArrayList<>();
    TableBlock before = new TableBlock();
    TableTitle titleBefore = TableTitle.NONE;
    for (TableBlock block : TableScanner.scan(grid, isUnit)) {
      TableTitle title = TableTitle.of(block.titles, grid.name());
      if (block.continuation()) {
        title = continued(title, titleBefore);
        inherit(block, before);
      }
      cells.addAll(cells(grid, block, title));
      before = block;
      titleBefore = title;
    }
    return cells;
  }

  private List<TableCell> cells(SheetGrid grid, TableBlock block, TableTitle title) {
    Map<Integer, ColumnHeading> headings = Header.read(grid, block.header, isUnit);
    String unit = block.units.isEmpty() ? null : String.join("、", block.units);
    PanelReader reader =
        new PanelReader(grid, title, unit, headings, new Footnotes(block.notes), isUnit);
    List<TableCell> cells = new ArrayList<>();
    for (Panel panel : new PanelFinder(grid, block, headings).panels()) {
      cells.addAll(reader.read(panel, block.body));
    }
    return cells;
  }

  private static TableTitle continued(TableTitle title, TableTitle before) {
    return new TableTitle(
        before.number() == null ? title.number() : before.number(),
        before.name() == null ? title.name() : before.name(),
        before.year() == null ? title.year() : before.year());
  }

  private static void inherit(TableBlock block, TableBlock before) {
    if (block.header.isEmpty()) {
      block.header.addAll(before.header);
    }
    if (block.units.isEmpty()) {
      block.units.addAll(before.units);
    }
  }
}
