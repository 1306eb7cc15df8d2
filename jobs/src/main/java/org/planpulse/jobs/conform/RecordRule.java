package org.planpulse.jobs.conform;

import java.io.Serializable;

/** What one silver table asks of its lines beyond what contracts say. */
interface RecordRule extends Serializable {

  /**
   * Completes a row whose keys are read.
   *
   * @param row values by silver column
   */
  void complete(SilverRow row, SourceFile file);

  /** What must not repeat in a file; null when the line has nothing of the kind. */
  String uniqueValue(SilverRow row);
}
