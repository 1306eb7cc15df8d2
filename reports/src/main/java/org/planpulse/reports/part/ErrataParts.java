package org.planpulse.reports.part;

import java.math.BigDecimal;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Errata;
import org.planpulse.reports.wording.NumberText;

/** The figures that an earlier edition of the report printed otherwise. */
final class ErrataParts {
  private ErrataParts() {}

  /** Nothing where there is no earlier edition, or it printed the same. */
  static List<Block> all(Scope scope) {
    Errata errata = scope.checkup().errata();
    if (errata == null || errata.rows().isEmpty()) {
      return List.of();
    }
    return List.of(
        Table.of(
                scope.table("errata.caption", errata.day()),
                List.of(
                    Column.text(scope.text("errata.indicator"), 180),
                    Column.text(scope.text("errata.year"), 36),
                    Column.text(scope.text("errata.unit"), 74),
                    Column.number(scope.text("errata.before"), 67),
                    Column.number(scope.text("errata.after"), 67),
                    Column.number(scope.text("errata.difference"), 67)),
                errata.rows().stream().map(row -> row(row, scope)).toList())
            .withNote(scope.text("errata.note"))
            .withRowNotes(scope.text("errata.reason")));
  }

  private static Row row(Errata.Row row, Scope scope) {
    return Row.of(
            Cell.text(row.code() + " " + row.name()),
            Cell.text(Integer.toString(row.year())),
            Cell.text(row.unit()),
            Cell.number(row.before(), row.decimals()),
            Cell.number(row.after(), row.decimals()).stronger(),
            Cell.change(difference(row), row.decimals()))
        .withNote(scope.text("errata.why", row.reason(), row.source()));
  }

  /** Of the numbers as printed beside it; null for a figure withdrawn. */
  private static BigDecimal difference(Errata.Row row) {
    return row.after() == null
        ? null
        : NumberText.shown(row.after(), row.decimals())
            .subtract(NumberText.shown(row.before(), row.decimals()));
  }
}
