package org.planpulse.jobs.spatial;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What belongs to a delivery of a year. */
interface Dated {

  /** Deliveries without a year count as older than any with one. */
  Comparator<Optional<Integer>> OLDEST_FIRST =
      Comparator.comparing(year -> year.orElse(Integer.MIN_VALUE));

  String dataset();

  Optional<Integer> year();

  /** The latest delivery of a dataset that is not of a later year: its rows; none without it. */
  static <T extends Dated> List<T> asOf(int year, String dataset, List<T> all) {
    List<T> known =
        all.stream()
            .filter(row -> row.dataset().equals(dataset))
            .filter(row -> row.year().isEmpty() || row.year().get() <= year)
            .toList();
    Optional<Integer> latest = known.stream().map(Dated::year).max(OLDEST_FIRST).orElse(null);
    return known.stream().filter(row -> row.year().equals(latest)).toList();
  }
}
