package org.planpulse.jobs.publish;

import java.time.LocalDate;
import java.util.Optional;
import org.planpulse.schemas.Language;

/**
 * Which report of a year.
 *
 * @param asOf day whose knowledge it shows; empty for today's
 * @param since day whose figures its errata compare with; when empty, that of the previous edition
 *     with other figures
 */
public record Edition(Language language, Optional<LocalDate> asOf, Optional<LocalDate> since) {

  public static Edition present(Language language) {
    return new Edition(language, Optional.empty(), Optional.empty());
  }

  /** What its files are called after the year. */
  String suffix() {
    return asOf.map(day -> "-as-of-" + day).orElse("");
  }
}
