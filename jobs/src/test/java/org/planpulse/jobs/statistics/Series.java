package org.planpulse.jobs.statistics;

import java.util.TreeMap;

/** Series for tests. */
final class Series {

  private Series() {}

  /** One value a year from 2015. */
  static YearSeries yearly(double... values) {
    TreeMap<Integer, Double> byYear = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      byYear.put(2015 + i, values[i]);
    }
    return YearSeries.of(byYear);
  }
}
