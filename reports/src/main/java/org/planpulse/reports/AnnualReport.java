package org.planpulse.reports;

import java.nio.file.Path;
import org.planpulse.reports.model.Checkup;

/** Renders the annual check-up report. */
public final class AnnualReport {

  /**
   * Writes the PDF. Same input, same bytes: no clock, no random id. The file appears only when it
   * is complete (temporary file, then rename).
   *
   * @return the file written
   */
  public Path write(Checkup checkup, Path file) {
    throw new UnsupportedOperationException("AnnualReport.write");
  }
}
