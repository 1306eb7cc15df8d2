package org.planpulse.jobs.ingest.record;

import java.util.List;

/**
 * Rows of texts before anything is known about them.
 *
 * @param name of the sheet or file
 */
record RecordSheet(String name, List<Line> lines) {

  /**
   * @param number in the sheet or file, from 1
   */
  record Line(int number, List<String> texts) {

    boolean blank() {
      return texts.stream().allMatch(String::isBlank);
    }
  }
}
