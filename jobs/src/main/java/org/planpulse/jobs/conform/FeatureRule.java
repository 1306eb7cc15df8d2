package org.planpulse.jobs.conform;

import java.io.Serializable;

/** What one silver table asks of its features beyond what contracts say. */
@FunctionalInterface
interface FeatureRule extends Serializable {

  /**
   * Completes a row whose fields and geometry are read.
   *
   * @param row values by silver column, and by contract column where silver has none
   */
  void complete(SilverRow row, SourceFile file);
}
