package org.planpulse.jobs.publish;

import java.time.LocalDate;
import java.util.Optional;
import org.planpulse.schemas.Language;

/**
 * Which report of a year.
 *
 * @param asOf day whose knowledge it shows; empty for today's
 * @param since day asked for, whose figures its errata compare with
 * @param previous day of the previous edition with other figures, for the errata when no day is
 *     asked for; looked for in the tables when empty
 */
public record Edition(
    Language language,
    Optional<LocalDate> asOf,
    Optional<LocalDate> since,
    Optional<LocalDate> previous) {

  public Edition(Language language, Optional<LocalDate> asOf, Optional<LocalDate> since) {
    this(language, asOf, since, Optional.empty());
  }

  public static Edition present(Language language) {
    return new Edition(language, Optional.empty(), Optional.empty());
  }

  /** The day whose figures its errata compare with, where it is settled. */
  Optional<LocalDate> errataDay() {
    return since.or(() -> previous);
  }

  /** What its files are called after the year: another question never replaces an answer. */
  String suffix() {
    return asOf.map(day -> "-as-of-" + day).orElse("")
        + since.map(day -> "-since-" + day).orElse("");
  }
}
