package org.planpulse.jobs.ingest.table;

/**
 * What stands above one column.
 *
 * @param path headings from the outermost to the column's own, joined by {@code /}
 * @param unit given in the heading; null without one
 * @param marks footnote marks in the heading
 */
record ColumnHeading(String path, String unit, String marks) {

  static final ColumnHeading NONE = new ColumnHeading("", null, "");
}
