package org.planpulse.schemas.codelist;

import java.util.Comparator;
import java.util.List;
import org.planpulse.schemas.indicator.Indicator;

/** Where series of indicators must not be joined. */
public record SeriesBreaks(List<SeriesBreak> all) {

  /** By year. */
  public List<SeriesBreak> of(Indicator indicator) {
    return all.stream()
        .filter(candidate -> candidate.concerns(indicator))
        .sorted(Comparator.comparing(SeriesBreak::year))
        .toList();
  }

  /** The first year whose value may be compared with that of {@code year}. */
  public int comparableFrom(Indicator indicator, int year) {
    return of(indicator).stream()
        .mapToInt(SeriesBreak::year)
        .filter(from -> from <= year)
        .max()
        .orElse(Integer.MIN_VALUE);
  }
}
