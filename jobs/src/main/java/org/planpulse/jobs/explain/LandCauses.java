package org.planpulse.jobs.explain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;
import org.planpulse.schemas.codelist.LandGroup;

/** Why the land of a group of classes changed between two surveys. */
final class LandCauses {

  private static final String TABLE = "gold.land_change_cause";

  private final QuerySession session;

  LandCauses(QuerySession session) {
    this.session = session;
  }

  /**
   * Net change by cause, in m2; the sum is the difference of the stocks. Years that were not
   * compared directly are compared over those between; empty when that is not possible.
   *
   * @param group null for the whole territory
   */
  SortedMap<String, BigDecimal> of(LandGroup group, String region, int from, int to) {
    SortedMap<String, BigDecimal> causes = new TreeMap<>();
    List<String> spans = spans(from, to);
    if (!spans.isEmpty()) {
      session
          .query(
              "SELECT cause, sum(change_m2) FROM %s WHERE region_code = %s AND (%s)%s GROUP BY cause"
                  .formatted(
                      TABLE,
                      Sql.text(region),
                      String.join(" OR ", spans),
                      group == null ? "" : classes(group)))
          .rows()
          .forEach(row -> causes.put((String) row.get(0), (BigDecimal) row.get(1)));
    }
    return causes;
  }

  /** One condition a step: the whole span where it was compared, else each pair of neighbours. */
  private List<String> spans(int from, int to) {
    List<List<Integer>> compared =
        session
            .query(
                "SELECT DISTINCT from_year, to_year FROM %s WHERE from_year >= %d AND to_year <= %d"
                    .formatted(TABLE, from, to))
            .rows()
            .stream()
            .map(row -> List.of((Integer) row.get(0), (Integer) row.get(1)))
            .toList();
    if (compared.contains(List.of(from, to))) {
      return List.of(span(from, to));
    }
    List<String> steps = new ArrayList<>();
    int reached = from;
    while (reached < to) {
      int here = reached;
      int next =
          compared.stream()
              .filter(span -> span.get(0) == here)
              .mapToInt(span -> span.get(1))
              .min()
              .orElse(Integer.MAX_VALUE);
      if (next > to) {
        return List.of();
      }
      steps.add(span(here, next));
      reached = next;
    }
    return steps;
  }

  private static String span(int from, int to) {
    return "from_year = " + from + " AND to_year = " + to;
  }

  private static String classes(LandGroup group) {
    return " AND dlbm IN ("
        + list(group.classes())
        + ")"
        + (group.settlement().isEmpty() ? "" : " AND czcsxm IN (" + list(group.settlement()) + ")");
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(Sql::text).collect(joining(", "));
  }
}
