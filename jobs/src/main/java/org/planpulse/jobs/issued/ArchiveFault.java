package org.planpulse.jobs.issued;

import org.planpulse.schemas.LocalText;

/**
 * Something that is not as it was when it was issued.
 *
 * @param number of the issue
 * @param file below the folder, or the register
 */
public record ArchiveFault(String number, String file, LocalText what) {

  /** Whether the next issue mends it: a line that the register lacks. */
  public boolean mendsItself() {
    return file.equals(Register.FILE);
  }
}
