package org.planpulse.jobs.query;

import java.time.LocalDate;

/**
 * SQL conditions on {@code known_from} and {@code known_to}, the second of the two times of every
 * fact.
 */
public final class Known {

  /** What holds today. */
  public static final String NOW = "known_to IS NULL";

  private Known() {}

  /** What was known at the end of a day. */
  public static String on(LocalDate day) {
    return "known_from <= DATE '%1$s' AND (known_to IS NULL OR known_to > DATE '%1$s')"
        .formatted(day);
  }
}
