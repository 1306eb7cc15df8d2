package org.planpulse.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Asks about what was known on a day, or about what is known now. */
final class AsOfOption {

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
  private LocalDate day;

  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  boolean given() {
    return day != null;
  }

  /** SQL condition on {@code known_from} and {@code known_to}. */
  String condition() {
    return condition(day);
  }

  static String condition(LocalDate day) {
    return day == null
        ? "known_to IS NULL"
        : "known_from <= DATE '"
            + day
            + "' AND (known_to IS NULL OR known_to > DATE '"
            + day
            + "')";
  }
}
