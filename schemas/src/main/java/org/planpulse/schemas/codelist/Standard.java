package org.planpulse.schemas.codelist;

import java.time.YearMonth;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * An edition of a standard that indicators follow.
 *
 * @param valid null for what no edition bounds
 */
public record Standard(LocalText title, @MayBeAbsent Validity valid) {

  /**
   * Months, as {@code 2021-06}.
   *
   * @param to month in which the next edition replaced it; null while in force
   */
  public record Validity(String from, @MayBeAbsent String to) {

    public Validity {
      YearMonth start = YearMonth.parse(from);
      if (to != null && YearMonth.parse(to).isBefore(start)) {
        throw new IllegalArgumentException("valid to " + to + " before " + from);
      }
    }
  }
}
