package org.planpulse.reports.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;

/** The rows of one table as the fields of its template. */
final class TableRows {
  private static final String DARK = "#25323B";

  private static final String LINK = "#0F5257";

  /** A bare zero and a dash step back. */
  private static final String QUIET = "#A9B4BA";

  /** What rows that stay together have in common. */
  static final String TOGETHER = "together";

  /** Whether the row is the last one. */
  static final String LAST = "last";

  /** The section a row opens, and whether it does. */
  static final String OPENING = "opening";

  static final String OPENS = "opens";

  /** The section that goes on where a page starts with the row, and whether one does. */
  static final String RUNNING = "running";

  static final String RUNS = "runs";

  private final Table table;
  private final TableShape shape;
  private final Set<String> accountedFor;

  /**
   * @param accountedFor codes that have an anchor in the document
   */
  TableRows(Table table, TableShape shape, Set<String> accountedFor) {
    this.table = table;
    this.shape = shape;
    this.accountedFor = accountedFor;
  }

  List<Map<String, ?>> fields() {
    List<Integer> starts = RowsTogether.starts(table.rows());
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Map<String, Object> fields = fields(table.rows().get(i));
      int start = starts.get(i);
      fields.put(TOGETHER, Integer.toString(start));
      fields.put(LAST, i == starts.size() - 1);
      fields.put(OPENING, section(i));
      fields.put(OPENS, opens(i));
      fields.put(RUNNING, section(start));
      fields.put(RUNS, !section(start).isEmpty() && !opens(start));
      rows.add(fields);
    }
    return rows;
  }

  private String section(int row) {
    return table.rows().get(row).section();
  }

  private boolean opens(int row) {
    return !section(row).isEmpty() && RowsTogether.opens(table.rows(), row);
  }

  private Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("note", row.note());
    fields.put("anchor", row.accountOf().isEmpty() ? null : anchor(row.accountOf()));
    for (int i = 0; i < row.cells().size(); i++) {
      String field = TableDesign.field(i);
      Cell cell = row.cells().get(i);
      if (shape.isPicture(i)) {
        fields.put(
            field,
            cell instanceof Cell.Picture picture ? new PageDrawing(picture.drawing()) : null);
      } else {
        fields.put(field, text(cell, i));
        fields.put(field + "_colour", colour(cell));
        fields.put(field + "_shade", cell.shade().isEmpty() ? "#FFFFFF" : cell.shade());
        fields.put(field + "_mode", cell.shade().isEmpty() ? "Transparent" : "Opaque");
        fields.put(field + "_bold", Boolean.toString(cell.strong()));
      }
      if (leads(cell)) {
        fields.put(field + "_link", anchor(cell.text()));
      }
      if (cell instanceof Cell.Mark mark) {
        fields.put(field + "_word", mark.light().word());
      }
    }
    return fields;
  }

  /** The word of a light stands in a field of its own, in the colour of text. */
  private String text(Cell cell, int column) {
    return cell instanceof Cell.Mark mark && shape.isMarks(column)
        ? mark.light().symbol()
        : cell.text();
  }

  private boolean leads(Cell cell) {
    return cell instanceof Cell.Code && accountedFor.contains(cell.text());
  }

  /** Captions and chapters have anchors of their own: no two are the same. */
  private static String anchor(String code) {
    return "account of " + code;
  }

  private String colour(Cell cell) {
    if (leads(cell)) {
      return LINK;
    } else if (cell instanceof Cell.Mark mark) {
      return mark.light().colour();
    } else if (cell instanceof Cell.Dot dot) {
      return dot.light().colour();
    }
    return cell.text().equals("0") ? QUIET : DARK;
  }
}
