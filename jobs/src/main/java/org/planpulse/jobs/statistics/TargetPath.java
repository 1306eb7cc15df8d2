package org.planpulse.jobs.statistics;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The way to a target: straight lines from the base through the milestones.
 *
 * @param stops values by year, the target last
 */
record TargetPath(SortedMap<Integer, Double> stops) {

  static TargetPath of(TargetTerms terms) {
    SortedMap<Integer, Double> stops = new TreeMap<>(terms.milestones());
    terms.base().ifPresent(base -> stops.put(terms.baseYear(), base));
    stops.put(terms.targetYear(), terms.target());
    return new TargetPath(stops);
  }

  double start() {
    return stops.get(stops.firstKey());
  }

  /** Value due in a year: after the last stop the last one, before the first one none. */
  OptionalDouble dueIn(int year) {
    SortedMap<Integer, Double> past = stops.headMap(year + 1);
    SortedMap<Integer, Double> ahead = stops.tailMap(year + 1);
    if (past.isEmpty()) {
      return OptionalDouble.empty();
    }
    int from = past.lastKey();
    if (ahead.isEmpty()) {
      return OptionalDouble.of(past.get(from));
    }
    int to = ahead.firstKey();
    double share = (year - from) / (double) (to - from);
    return OptionalDouble.of(past.get(from) + (ahead.get(to) - past.get(from)) * share);
  }
}
