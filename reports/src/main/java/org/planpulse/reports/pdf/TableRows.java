package org.planpulse.reports.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;

/** The rows of one table as the fields of its template. */
final class TableRows {
  private static final String DARK = "#25323B";

  /** A bare zero and a dash step back. */
  private static final String QUIET = "#A9B4BA";

  private final Table table;
  private final TableShape shape;

  TableRows(Table table, TableShape shape) {
    this.table = table;
    this.shape = shape;
  }

  List<Map<String, ?>> fields() {
    List<Map<String, ?>> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(fields(row)));
    return rows;
  }

  private Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("section", row.section());
    fields.put("note", row.note());
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

  private static String colour(Cell cell) {
    if (cell instanceof Cell.Mark mark) {
      return mark.light().colour();
    } else if (cell instanceof Cell.Dot dot) {
      return dot.light().colour();
    }
    return cell.text().equals("0") ? QUIET : DARK;
  }
}
