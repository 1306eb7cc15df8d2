package org.planpulse.jobs.geometry.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.ContentHash;
import org.planpulse.jobs.geometry.SharedLand;
import org.planpulse.jobs.geometry.history.Violation.State;

/**
 * Follows what one rule found in one zone and unit through the years. Two finds of different years
 * are the same violation when they share at least half of the smaller one's land: surveys move
 * borders, parcels are split, merged and numbered anew. Points and lines of one call are of one
 * facility or road, and are the same.
 *
 * <p>Finds of a year that touch and have the same past make one violation; so land added to an old
 * violation is a new one beside it.
 */
public final class ViolationHistory {

  /** Share of the smaller one's land. */
  private static final double SAME = 0.5;

  /** A year before all others. */
  private static final int NEVER = Integer.MIN_VALUE;

  private static final Comparator<Find> ORDER =
      Comparator.comparing(Find::year)
          .thenComparing(find -> String.join("|", find.parcels()))
          .thenComparing(Find::hundredths)
          .thenComparing(Find::shape);

  private final List<Integer> years;
  private final List<Trace> traces = new ArrayList<>();

  private ViolationHistory(List<Integer> years, Collection<Find> finds) {
    this.years = years.stream().sorted().distinct().toList();
    Map<List<Object>, Trace> byShape = new HashMap<>();
    for (Find find : finds.stream().sorted(ORDER).toList()) {
      Object place = find.isLand() ? ContentHash.of(find.shape()) : "";
      byShape.computeIfAbsent(List.of(find.isLand(), place), key -> trace(find)).add(find);
    }
    linkLand();
  }

  /**
   * @param years in which the rule was checked
   * @param finds of these years, in any order
   * @return by year, in an order that depends on nothing but the finds
   */
  public static List<Violation> of(List<Integer> years, Collection<Find> finds) {
    return new ViolationHistory(years, finds).violations();
  }

  private Trace trace(Find find) {
    Trace trace = new Trace(find.shape());
    traces.add(trace);
    return trace;
  }

  private void linkLand() {
    List<Trace> land = traces.stream().filter(Trace::isLand).toList();
    new SharedLand(land.stream().map(trace -> trace.shape).toList())
        .visit(
            (one, other) -> land.get(one).mayBecome(land.get(other)),
            (one, other, shared) -> {
              Geometry smaller = smaller(land.get(one).shape, land.get(other).shape);
              if (shared.getArea() >= SAME * smaller.getArea()) {
                land.get(one).same.add(land.get(other));
                land.get(other).same.add(land.get(one));
              }
            });
  }

  private static Geometry smaller(Geometry one, Geometry other) {
    return one.getArea() <= other.getArea() ? one : other;
  }

  private List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    int before = NEVER;
    for (int year : years) {
      SortedMap<Past, List<Find>> byPast = new TreeMap<>();
      Map<Trace, Integer> firstSeen = new HashMap<>();
      for (Trace trace : traces) {
        if (trace.finds.containsKey(year)) {
          int first = Math.min(year, trace.firstSeenBefore());
          firstSeen.put(trace, first);
          State state = trace.isThere(before) ? State.OPEN : State.NEW;
          book(byPast, new Past(first, state), trace.finds.get(year));
        } else if (trace.finds.containsKey(before) && !trace.isThere(year)) {
          book(byPast, new Past(trace.firstSeen, State.GONE), trace.finds.get(before));
        }
      }
      firstSeen.forEach((trace, first) -> trace.firstSeen = Math.min(trace.firstSeen, first));
      byPast.forEach((past, finds) -> violations.addAll(dissolved(year, past, finds)));
      before = year;
    }
    return violations;
  }

  private static void book(SortedMap<Past, List<Find>> byPast, Past past, List<Find> finds) {
    byPast.computeIfAbsent(past, key -> new ArrayList<>()).addAll(finds);
  }

  private static List<Violation> dissolved(int year, Past past, List<Find> finds) {
    return Neighbours.touching(finds.stream().sorted(ORDER).toList()).stream()
        .map(
            cluster ->
                new Violation(
                    year,
                    past.firstSeen(),
                    past.state(),
                    cluster.stream().mapToLong(Find::hundredths).sum(),
                    cluster.stream()
                        .flatMap(find -> find.parcels().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                    Neighbours.union(cluster.stream().map(Find::shape).toList())))
        .toList();
  }

  private record Past(int firstSeen, State state) implements Comparable<Past> {

    @Override
    public int compareTo(Past other) {
      return Comparator.comparing(Past::firstSeen).thenComparing(Past::state).compare(this, other);
    }
  }

  /** A shape and the years in which it was found. */
  private static final class Trace {

    final Geometry shape;
    final SortedMap<Integer, List<Find>> finds = new TreeMap<>();
    final List<Trace> same = new ArrayList<>();
    int firstSeen = Integer.MAX_VALUE;

    Trace(Geometry shape) {
      this.shape = shape;
      same.add(this);
    }

    void add(Find find) {
      finds.computeIfAbsent(find.year(), key -> new ArrayList<>()).add(find);
    }

    boolean isLand() {
      return shape.getDimension() == 2;
    }

    boolean mayBecome(Trace other) {
      return finds.size() > 1
          || other.finds.size() > 1
          || !finds.firstKey().equals(other.finds.firstKey());
    }

    boolean isThere(int year) {
      return same.stream().anyMatch(trace -> trace.finds.containsKey(year));
    }

    int firstSeenBefore() {
      return same.stream().mapToInt(trace -> trace.firstSeen).min().orElseThrow();
    }
  }
}
