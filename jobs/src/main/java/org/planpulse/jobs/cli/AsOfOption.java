package org.planpulse.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.planpulse.jobs.query.Known;
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
    return day == null ? Known.NOW : Known.on(day);
  }
}
