package org.planpulse.jobs.ingest;

import java.util.Map;

/**
 * One file of the damaged corpus.
 *
 * @param damage what was done, and where
 * @param good what it was made from; it is read by that one's contract
 * @param files content by name
 * @param code of an issue it must raise; empty for any
 * @param whole whether every row of the good one must still come through
 */
record DamagedCase(
    String damage, GoodFile good, Map<String, byte[]> files, String code, boolean whole) {

  static DamagedCase of(String damage, GoodFile good, Map<String, byte[]> files) {
    return new DamagedCase(damage, good, files, "", false);
  }

  static DamagedCase of(String damage, GoodFile good, byte[] content) {
    return of(damage, good, good.with(content));
  }

  DamagedCase told(String issue) {
    return new DamagedCase(damage, good, files, issue, whole);
  }

  DamagedCase readWhole() {
    return new DamagedCase(damage, good, files, code, true);
  }
}
