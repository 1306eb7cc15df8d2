package org.planpulse.jobs.cli;

import java.time.Instant;
import java.time.LocalDate;
import org.planpulse.jobs.run.ChinaTime;
import picocli.CommandLine.Option;

/** The day of the run: files that the hand-over list does not name count as received on it. */
final class RunDateOption {

  @Option(names = "--run-date", paramLabel = "YYYY-MM-DD", descriptionKey = "run-date")
  private LocalDate day;

  LocalDate orToday() {
    return day == null ? today() : day;
  }

  static LocalDate today() {
    return LocalDate.now(ChinaTime.ZONE);
  }

  /** The day of an instant in China. */
  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ChinaTime.ZONE);
  }
}
