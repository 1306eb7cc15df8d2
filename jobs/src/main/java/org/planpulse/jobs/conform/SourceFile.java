package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A delivered file that a contract recognised.
 *
 * @param dataset contract id
 * @param dataYear year in the file's name; null when it names none
 */
record SourceFile(
    String key,
    String file,
    String dataset,
    String department,
    Integer dataYear,
    LocalDate receivedOn)
    implements Serializable {

  /** Key of the file as part of a dataset: a container may hold layers of several. */
  String id() {
    return id(dataset, key);
  }

  static String id(String dataset, String key) {
    return dataset + "/" + key;
  }
}
