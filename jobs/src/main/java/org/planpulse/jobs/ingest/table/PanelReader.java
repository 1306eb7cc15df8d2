package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/** Emits the data cells of one panel. */
final class PanelReader {

  /** What a row says about all its cells. */
  private record RowHeading(String path, String unit, String marks, boolean subitem, String note) {}

  private final SheetGrid grid;
  private final TableTitle title;
  private final String tableUnit;
  private final Map<Integer, ColumnHeading> headings;
  private final Footnotes footnotes;
  private final Predicate<String> isUnit;

  PanelReader(
      SheetGrid grid,
      TableTitle title,
      String tableUnit,
      Map<Integer, ColumnHeading> headings,
      Footnotes footnotes,
      Predicate<String> isUnit) {
    this.grid = grid;
    this.title = title;
    this.tableUnit = tableUnit;
    this.headings = headings;
    this.footnotes = footnotes;
    this.isUnit = isUnit;
  }

  List<TableCell> read(Panel panel, List<Integer> rows) {
    List<TableCell> cells = new ArrayList<>();
    RowPaths paths = new RowPaths();
    for (int row : rows) {
      Label label = label(panel, row);
      boolean filled = panel.values().stream().anyMatch(column -> !value(row, column).isEmpty());
      String unit = panel.unit() < 0 ? "" : grid.cell(row, panel.unit()).text();
      if (filled || !unit.isBlank()) {
        RowHeading heading = heading(panel, row, label, unit, paths);
        panel.values().forEach(column -> cells.add(cell(row, column, heading)));
      } else if (!label.name().isEmpty() || label.subitem()) {
        paths.group(label);
      }
    }
    return cells;
  }

  private RowHeading heading(Panel panel, int row, Label label, String unit, RowPaths paths) {
    String path = paths.enter(label);
    String printed = unit.isBlank() ? paths.unit() : TableWords.normalise(unit).replace(" ", "");
    String note = panel.note() < 0 ? "" : grid.cell(row, panel.note()).text().strip();
    return new RowHeading(path, printed, label.marks(), paths.subitem(), note);
  }

  private TableCell cell(int row, int column, RowHeading heading) {
    GridCell cell = grid.cell(row, column);
    ColumnHeading above = headings.getOrDefault(column, ColumnHeading.NONE);
    String raw = TableWords.trimmed(value(row, column));
    return new TableCell(
        grid.name(),
        cell.address(),
        title.number(),
        title.name(),
        title.year(),
        heading.path(),
        above.path(),
        heading.unit(),
        above.unit(),
        tableUnit,
        heading.subitem(),
        raw,
        cell.covered() ? null : cell.number(),
        note(heading, above, raw));
  }

  private String note(RowHeading row, ColumnHeading column, String raw) {
    Matcher mark = TableWords.MARK.matcher(raw);
    String marks = row.marks() + column.marks() + (mark.find() ? mark.group() : "");
    Set<String> years = new HashSet<>(Footnotes.years(row.path() + " " + column.path()));
    if (title.year() != null) {
      years.add(title.year().toString());
    }
    String note = footnotes.on(marks, years);
    if (row.note().isEmpty()) {
      return note;
    }
    return note == null ? row.note() : row.note() + "; " + note;
  }

  /** A value merged over several cells counts once. */
  private String value(int row, int column) {
    GridCell cell = grid.cell(row, column);
    return cell.covered() || cell.blank() ? "" : cell.text();
  }

  /**
   * Labels of several columns as one, outermost first; an English one beside a Chinese is dropped.
   */
  private Label label(Panel panel, int row) {
    List<GridCell> cells =
        panel.labels().stream()
            .map(column -> grid.cell(row, column))
            .filter(cell -> !cell.blank())
            .toList();
    boolean chinese = cells.stream().anyMatch(cell -> TableWords.hasHan(cell.text()));
    List<String> names = new ArrayList<>();
    Label last = new Label("", null, "", false, 0);
    boolean subitem = false;
    for (GridCell cell : cells) {
      if (chinese && TableWords.english(cell.text())) {
        continue;
      }
      Label label = Label.of(cell.text(), isUnit);
      boolean repeated = cell.covered() && names.contains(label.name());
      if (!label.name().isEmpty() && !repeated) {
        names.add(label.name());
      }
      subitem |= label.subitem();
      last =
          new Label("", label.unit(), label.marks(), subitem, label.indent() + 2 * cell.indent());
    }
    return new Label(
        String.join("/", names), last.unit(), last.marks(), last.subitem(), last.indent());
  }
}
