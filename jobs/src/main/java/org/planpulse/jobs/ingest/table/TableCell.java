package org.planpulse.jobs.ingest.table;

/**
 * One data cell of a statistical table with everything printed about it. Texts that are not given
 * are null.
 *
 * @param cell address in the sheet, {@code B7}
 * @param tableNumber like {@code 3-1}
 * @param titleYear year in the title, or else in the sheet's name; null when there is none or
 *     several
 * @param rowPath row labels from the outermost to the row's own, joined by {@code /}, normalised
 * @param columnPath column headings likewise
 * @param rowUnit unit in the row: a unit column, or brackets after a label
 * @param columnUnit unit in the column's heading
 * @param tableUnit unit above the table; may be several, {@code 万元、人}
 * @param subitem whether the row is marked as part of a former one ({@code #}, 其中)
 * @param raw text as printed; empty for a blank cell
 * @param number value of a numeric cell
 * @param note footnotes that concern the cell
 */
public record TableCell(
    String sheet,
    String cell,
    String tableNumber,
    String tableName,
    Integer titleYear,
    String rowPath,
    String columnPath,
    String rowUnit,
    String columnUnit,
    String tableUnit,
    boolean subitem,
    String raw,
    Double number,
    String note) {}
