package org.planpulse.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The year to report on. */
final class YearOption {

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "report-year")
  private Integer year;

  /** Empty for the latest year with land data. */
  Optional<Integer> value() {
    return Optional.ofNullable(year);
  }
}
