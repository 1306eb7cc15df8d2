package org.planpulse.jobs.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The day of the run: files that the hand-over list does not name count as received on it. */
final class RunDateOption {

  /** The days in the files are China's. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Option(names = "--run-date", paramLabel = "YYYY-MM-DD", descriptionKey = "run-date")
  private LocalDate day;

  LocalDate orToday() {
    return day == null ? today() : day;
  }

  static LocalDate today() {
    return LocalDate.now(CHINA);
  }

  /** The day of an instant in China. */
  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, CHINA);
  }
}
