package org.planpulse.jobs.conform;

import java.util.stream.Stream;

/**
 * A data cell of a statistical table with the labels it stands under, a row of {@code bronze.cell}.
 *
 * @param address e.g. {@code C7}
 * @param rowPath labels of the row, outermost first, separated by {@code /}
 * @param titleYear year in the table's title; null when it names none
 * @param number value of a numeric cell; null for a text
 */
record Cell(
    SourceFile file,
    String sheet,
    String address,
    String tableName,
    Integer titleYear,
    String rowPath,
    String columnPath,
    String rowUnit,
    String columnUnit,
    String tableUnit,
    String raw,
    Double number,
    String note) {

  /** The same cell with another text. */
  Cell reading(String text) {
    return new Cell(
        file,
        sheet,
        address,
        tableName,
        titleYear,
        rowPath,
        columnPath,
        rowUnit,
        columnUnit,
        tableUnit,
        text,
        null,
        note);
  }

  /** The cell in each of the ways it was read. */
  Stream<Reading<Cell>> readings(Corrections corrections) {
    return corrections.periods(file, sourceId()).stream()
        .map(period -> period.reading(period.read(this), file));
  }

  String sourceId() {
    return file.key() + "!" + sheet + "!" + address;
  }
}
