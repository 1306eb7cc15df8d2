package org.planpulse.jobs.ingest.record;

import java.util.List;

/**
 * Rows of texts before anything is known about them.
 *
 * @param name of the sheet or file
 * @param open whether the last line has no line end, as in a file cut short
 */
record RecordSheet(String name, List<Line> lines, boolean open) {

  RecordSheet(String name, List<Line> lines) {
    this(name, lines, false);
  }

  /**
   * @param number in the sheet or file, from 1
   */
  record Line(int number, List<String> texts) {

    boolean blank() {
      return texts.stream().allMatch(String::isBlank);
    }
  }
}
