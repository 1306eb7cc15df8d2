package org.planpulse.reports.html;

import java.util.List;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Column.Kind;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;

/**
 * A table for browsers and for who listens to one: every cell has a head of column and of row, and
 * rows of a section are a group with its head.
 */
final class HtmlTable {
  private HtmlTable() {}

  static void write(Table table, Markup out) {
    out.open("table");
    out.element("caption", table.caption().line());
    out.open("thead");
    out.open("tr");
    for (Column column : table.columns()) {
      if (column.kind() != Kind.PICTURE) {
        out.element(
            "th", column.head(), "scope", "col", "class", column.kind() == Kind.NUMBER ? "n" : "t");
      }
    }
    out.close("tr");
    out.close("thead");
    out.open("tbody");
    String section = "";
    for (Row row : table.rows()) {
      if (!row.section().equals(section)) {
        section = row.section();
        if (row != table.rows().get(0)) {
          out.close("tbody");
          out.open("tbody");
        }
        spanning("th", section, "scope", "rowgroup", table, out);
      }
      row(table.columns(), row, out);
      if (!row.note().isEmpty()) {
        spanning("td", row.note(), "class", "note", table, out);
      }
    }
    out.close("tbody");
    out.close("table");
    if (!table.note().isEmpty()) {
      out.element("p", table.note(), "class", "note");
    }
  }

  private static void spanning(
      String element, String text, String attribute, String value, Table table, Markup out) {
    long columns = table.columns().stream().filter(column -> column.kind() != Kind.PICTURE).count();
    out.open("tr");
    out.element(element, text, attribute, value, "colspan", Long.toString(columns));
    out.close("tr");
  }

  private static void row(List<Column> columns, Row row, Markup out) {
    out.open("tr");
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.cells().get(i);
      if (i == 0) {
        out.element("th", cell.text(), "scope", "row");
      } else if (columns.get(i).kind() != Kind.PICTURE) {
        out.element("td", cell.text(), attributes(cell, columns.get(i)));
      }
    }
    out.close("tr");
  }

  private static String[] attributes(Cell cell, Column column) {
    String kind = column.kind() == Kind.NUMBER ? "n" : "t";
    return cell.shade().isEmpty()
        ? new String[] {"class", kind}
        : new String[] {"class", kind, "style", "background:" + cell.shade()};
  }
}
