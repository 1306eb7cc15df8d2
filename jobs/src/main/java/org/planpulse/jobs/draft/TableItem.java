package org.planpulse.jobs.draft;

import java.util.List;

/**
 * Something a statistical table measures.
 *
 * @param labels of rows and columns, outermost first, without years and regions; or the table's
 *     name
 * @param unit as printed; null where none is
 * @param example of a value
 */
record TableItem(List<String> labels, String unit, String example) {

  /** As a contract writes it. */
  String path() {
    return String.join("/", labels);
  }
}
