package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.planpulse.jobs.ingest.workbook.GridCell;
import org.planpulse.jobs.ingest.workbook.SheetGrid;

/**
 * Cuts a sheet into tables by reading its rows from top to bottom: titles and unit, header, body,
 * remarks, next table. Blank rows mean nothing, for they also stand inside tables.
 */
final class TableScanner {

  private enum Phase {
    ABOVE,
    HEADER,
    BODY,
    BELOW
  }

  private final SheetGrid grid;
  private final List<TableBlock> blocks = new ArrayList<>();
  private TableBlock block = new TableBlock();
  private Phase phase = Phase.ABOVE;

  /** Single texts in the body: group headings when values follow, else titles or remarks. */
  private final List<Integer> undecided = new ArrayList<>();

  private final Predicate<String> isUnit;

  private TableScanner(SheetGrid grid, Predicate<String> isUnit) {
    this.grid = grid;
    this.isUnit = isUnit;
  }

  static List<TableBlock> scan(SheetGrid grid, Predicate<String> isUnit) {
    TableScanner scanner = new TableScanner(grid, isUnit);
    grid.rows().forEach(scanner::take);
    scanner.finish();
    return scanner.blocks;
  }

  private void take(int row) {
    List<GridCell> cells = grid.texts(row);
    RowKind kind = RowKind.of(cells);
    switch (phase) {
      case ABOVE -> above(row, kind, cells);
      case HEADER -> header(row, kind, cells);
      case BODY -> body(row, kind, cells);
      case BELOW -> below(row, kind, cells);
    }
  }

  private void above(int row, RowKind kind, List<GridCell> cells) {
    switch (kind) {
      case UNIT -> unit(cells);
      case SINGLE -> block.titles.add(cells.get(0).text());
      case NOTE -> note(cells);
      case TEXTS -> {
        if (cells.size() == 2 && TableWords.title(cells.get(0).text())
            || cells.stream().anyMatch(cell -> TableWords.statement(cell.text()))) {
          cells.forEach(cell -> block.titles.add(cell.text()));
        } else {
          startHeader(row);
        }
      }
      case YEARS -> {
        if (cells.size() == 1 && cells.get(0).column() == 0) {
          block.titles.add(cells.get(0).text());
        } else {
          startHeader(row);
        }
      }
      case DATA -> startBody(row);
      case BLANK -> {}
    }
  }

  private void header(int row, RowKind kind, List<GridCell> cells) {
    switch (kind) {
      case UNIT -> unit(cells);
      case NOTE -> note(cells);
      case TEXTS -> {
        if (unitGiven(cells)) {
          startBody(row);
        } else {
          block.header.add(row);
        }
      }
      case YEARS -> {
        if (labelled(cells)) {
          startBody(row);
        } else {
          block.header.add(row);
        }
      }
      case SINGLE -> {
        if (labelled(cells) && !TableWords.english(cells.get(0).text())) {
          phase = Phase.BODY;
          undecided.add(row);
        } else {
          block.header.add(row);
        }
      }
      case DATA -> startBody(row);
      case BLANK -> {}
    }
  }

  private void body(int row, RowKind kind, List<GridCell> cells) {
    switch (kind) {
      case UNIT -> {
        next();
        unit(cells);
      }
      case NOTE -> {
        phase = Phase.BELOW;
        note(cells);
      }
      case SINGLE -> {
        if (TableWords.title(cells.get(0).text())) {
          next();
          block.titles.add(cells.get(0).text());
        } else {
          undecided.add(row);
        }
      }
      case TEXTS, YEARS -> textsInBody(row, kind, cells);
      case DATA -> {
        block.body.addAll(undecided);
        undecided.clear();
        block.body.add(row);
      }
      case BLANK -> {}
    }
  }

  private void textsInBody(int row, RowKind kind, List<GridCell> cells) {
    boolean repeats = repeats(row, block.header);
    boolean titled = TableWords.title(cells.get(0).text());
    boolean newYears = kind == RowKind.YEARS && !labelled(cells);
    if (repeats || titled || newYears) {
      next();
      block.repeatsHeader = repeats;
      above(row, kind, cells);
    } else {
      block.body.addAll(undecided);
      undecided.clear();
      block.body.add(row);
    }
  }

  private void below(int row, RowKind kind, List<GridCell> cells) {
    switch (kind) {
      case NOTE -> note(cells);
      case SINGLE -> {
        if (TableWords.title(cells.get(0).text())) {
          next();
          block.titles.add(cells.get(0).text());
        } else {
          note(cells);
        }
      }
      case DATA -> startBody(row);
      case UNIT, TEXTS, YEARS -> {
        boolean repeats = repeats(row, block.header);
        next();
        block.repeatsHeader = repeats;
        above(row, kind, cells);
      }
      case BLANK -> {}
    }
  }

  private void startHeader(int row) {
    block.header.add(row);
    phase = Phase.HEADER;
  }

  private void startBody(int row) {
    block.body.add(row);
    phase = Phase.BODY;
  }

  private void unit(List<GridCell> cells) {
    for (GridCell cell : cells) {
      String unit = TableWords.unitLine(cell.text());
      if (unit == null) {
        block.titles.add(cell.text());
      } else {
        block.units.add(unit);
      }
    }
  }

  private void note(List<GridCell> cells) {
    cells.forEach(cell -> cell.text().lines().forEach(block.notes::add));
  }

  /** Whether the row's first cell of its own stands where the header's first cell does. */
  private boolean labelled(List<GridCell> cells) {
    int labelColumn = grid.texts(block.header.get(0)).get(0).column();
    return cells.get(0).column() == labelColumn;
  }

  /** Whether the row names a unit under the heading 单位: an item whose values are all missing. */
  private boolean unitGiven(List<GridCell> cells) {
    return cells.stream()
        .filter(cell -> isUnit.test(TableWords.normalise(cell.text())))
        .anyMatch(cell -> TableWords.unitHeading(headingAbove(cell.column())));
  }

  private String headingAbove(int column) {
    return block.header.stream()
        .map(row -> grid.cell(row, column))
        .filter(cell -> !cell.covered())
        .map(cell -> TableWords.normalise(cell.text()))
        .collect(Collectors.joining());
  }

  private boolean repeats(int row, List<Integer> header) {
    return !header.isEmpty() && names(row).equals(names(header.get(0)));
  }

  private List<String> names(int row) {
    return grid.texts(row).stream().map(cell -> TableWords.normalise(cell.text())).toList();
  }

  /** Ends the table; what is still undecided stands above the next one. */
  private void next() {
    TableBlock finished = block;
    block = new TableBlock();
    for (int row : undecided) {
      grid.texts(row).forEach(cell -> block.titles.add(cell.text()));
    }
    undecided.clear();
    phase = Phase.ABOVE;
    if (!finished.body.isEmpty()) {
      blocks.add(finished);
    }
  }

  private void finish() {
    for (int row : undecided) {
      note(grid.texts(row));
    }
    undecided.clear();
    next();
  }
}
