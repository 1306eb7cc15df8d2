package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/** Tells the columns of a table apart by their headings and by what their cells hold. */
final class PanelFinder {

  /** How many cells of a column hold words, how many values. */
  private record Use(int words, int values) {

    boolean mostlyWords() {
      return words > values;
    }

    boolean mostlyValues() {
      return values > 0 && values >= words;
    }

    boolean any() {
      return words + values > 0;
    }
  }

  private final SheetGrid grid;
  private final TableBlock block;
  private final Map<Integer, ColumnHeading> headings;
  private final List<Use> uses = new ArrayList<>();

  PanelFinder(SheetGrid grid, TableBlock block, Map<Integer, ColumnHeading> headings) {
    this.grid = grid;
    this.block = block;
    this.headings = headings;
    // A group heading merged over its row says nothing about the columns it covers.
    Set<Integer> rows =
        block.body.stream().filter(row -> grid.texts(row).size() > 1).collect(Collectors.toSet());
    Set<Integer> filled = grid.columns();
    for (int column = 0; column <= grid.lastColumn(); column++) {
      uses.add(filled.contains(column) ? use(column, rows) : new Use(0, 0));
    }
  }

  List<Panel> panels() {
    List<Integer> starts = starts();
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) - 1 : grid.lastColumn();
      panels.add(panel(starts.get(i), end));
    }
    return panels;
  }

  private Use use(int column, Set<Integer> severalTexts) {
    int words = 0;
    int values = 0;
    for (int row : block.body) {
      GridCell cell = grid.cell(row, column);
      if (!cell.blank() && (!cell.covered() || severalTexts.contains(row))) {
        boolean value = TableWords.value(cell.text());
        values += value ? 1 : 0;
        words += value ? 0 : 1;
      }
    }
    return new Use(words, values);
  }

  /** A panel begins where the label's heading is repeated, or words stand between values. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    int first = firstUsed();
    starts.add(first);
    if (block.header.isEmpty()) {
      return starts;
    }
    boolean valuesSeen = false;
    for (int column = first + 1; column <= grid.lastColumn(); column++) {
      Use use = uses.get(column);
      boolean aside = aside(column);
      boolean words = !aside && use.mostlyWords();
      if (repeatsLabel(first, column) || words && valuesSeen && valuesBehind(column)) {
        starts.add(column);
        valuesSeen = false;
      }
      valuesSeen |= !words && !aside && use.any();
    }
    return starts;
  }

  private boolean repeatsLabel(int first, int column) {
    GridCell heading = grid.cell(block.header.get(0), column);
    String label = TableWords.normalise(grid.cell(block.header.get(0), first).text());
    return !label.isEmpty()
        && !TableWords.year(label)
        && !heading.covered()
        && TableWords.normalise(heading.text()).equals(label);
  }

  private boolean valuesBehind(int column) {
    return uses.stream().skip(column + 1L).anyMatch(Use::mostlyValues);
  }

  private Panel panel(int start, int end) {
    List<Integer> labels = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int unit = -1;
    int note = -1;
    for (int column = start; column <= end; column++) {
      if (TableWords.unitHeading(path(column))) {
        unit = column;
      } else if (TableWords.noteHeading(path(column))) {
        note = column;
      } else if (!TableWords.serialHeading(path(column))) {
        if (values.isEmpty() && labels(column, labels.isEmpty())) {
          labels.add(column);
        } else if (uses.get(column).any() || headings.containsKey(column)) {
          values.add(column);
        }
      }
    }
    return new Panel(labels, unit, note, values);
  }

  /** The first column labels its row whatever it holds. */
  private boolean labels(int column, boolean first) {
    return first || uses.get(column).mostlyWords() && !TableWords.year(path(column));
  }

  /** Units, remarks and serial numbers label nothing. */
  private boolean aside(int column) {
    return TableWords.unitHeading(path(column))
        || TableWords.noteHeading(path(column))
        || TableWords.serialHeading(path(column));
  }

  private String path(int column) {
    return headings.getOrDefault(column, ColumnHeading.NONE).path();
  }

  private int firstUsed() {
    for (int column = 0; column < uses.size(); column++) {
      if (uses.get(column).any()) {
        return column;
      }
    }
    return 0;
  }
}
