package org.planpulse.jobs.conform;

import java.util.Map;

/**
 * Something found in a delivered row: a fault to tell its department.
 *
 * @param sourceId of the row, {@code <source_key>!<sheet or layer>!<cell, line or feature>}
 * @param code kind of issue
 * @param subject what the fault is about; findings of one kind and subject in a file are one issue
 * @param quarantines whether the row is not loaded because of it; at most one finding of a row does
 * @param values for the wording
 * @param raw the row as delivered; needed only when quarantined
 * @param ofKind how many findings of this kind the file has, this one included
 */
record Finding(
    SourceFile file,
    String sourceId,
    String code,
    String subject,
    boolean quarantines,
    Map<String, String> values,
    String raw,
    long ofKind) {

  /** Sheet and cell, or layer and feature: the source id without the file. */
  String place() {
    return sourceId.substring(sourceId.indexOf('!') + 1);
  }
}
