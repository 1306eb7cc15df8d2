package org.planpulse.jobs.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Spelling;
import org.planpulse.schemas.contract.Column;

/**
 * Who answers for figures that were read as corrected. As where they are read, several corrections
 * of one value that hold on one day outweigh each other, and none is in force.
 */
final class Reviews {

  /** Parts of the id of a figure in a list: key, sheet, line, item. */
  private static final int PARTS_OF_LIST = 4;

  /**
   * @param field heading as delivered; empty for a cell
   * @param text who answers for it since when, and why
   * @param until last day it is read
   */
  private record Review(String field, String text, LocalDate from, LocalDate until) {

    boolean holdsOn(LocalDate day) {
      return !from.isAfter(day) && !until.isBefore(day);
    }
  }

  private final Schemas schemas;
  private final Map<String, List<Review>> byPlace = new HashMap<>();

  Reviews(QuerySession session, Schemas schemas) {
    this.schemas = schemas;
    for (List<Object> row :
        session
            .query(
                """
                SELECT source_id, field, owner || ' ' || reviewed_on || ': ' || reason,
                       reviewed_on, expires_on
                FROM ops.correction WHERE state IN ('applied', 'expired', 'conflicting')
                ORDER BY reviewed_on, correction_file, number
                """)
            .rows()) {
      byPlace
          .computeIfAbsent((String) row.get(0), place -> new ArrayList<>())
          .add(
              new Review(
                  (String) row.get(1),
                  (String) row.get(2),
                  (LocalDate) row.get(3),
                  (LocalDate) row.get(4)));
    }
  }

  /**
   * Empty where the figure was read as delivered.
   *
   * @param dataset contract of the figure
   * @param day since which it is known so
   */
  String of(SourceId id, String dataset, LocalDate day) {
    Set<String> others = othersHeadings(id, dataset);
    Map<String, List<Review>> inForce =
        byPlace.getOrDefault(place(id), List.of()).stream()
            .filter(review -> review.holdsOn(day))
            .filter(review -> !others.contains(Spelling.fold(review.field())))
            .collect(groupingBy(Review::field, TreeMap::new, Collectors.toList()));
    return inForce.values().stream()
        .filter(reviews -> reviews.size() == 1)
        .map(reviews -> reviews.get(0).text())
        .collect(joining("; "));
  }

  /** The cell; of a figure in a list its line, which corrections name. */
  private static String place(SourceId id) {
    return isOfList(id) ? id.text().substring(0, id.text().lastIndexOf('!')) : id.text();
  }

  private static boolean isOfList(SourceId id) {
    return id.place().size() + 1 == PARTS_OF_LIST;
  }

  /** In a list: the headings of the line's other figures; its region and year are of all. */
  private Set<String> othersHeadings(SourceId id, String dataset) {
    if (!isOfList(id)) {
      return Set.of();
    }
    String item = id.place().get(PARTS_OF_LIST - 2);
    return schemas.contracts().stream()
        .filter(contract -> contract.id().equals(dataset))
        .flatMap(contract -> contract.columns().stream())
        .filter(column -> column.item() && !column.name().equals(item))
        .map(Column::aliases)
        .flatMap(List::stream)
        .map(Spelling::fold)
        .collect(Collectors.toSet());
  }
}
