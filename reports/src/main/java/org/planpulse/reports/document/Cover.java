package org.planpulse.reports.document;

import java.util.List;

/**
 * The first page of a book.
 *
 * @param facts what it rests on, line by line
 * @param note empty for none
 * @param art null for none
 */
public record Cover(
    String city,
    String kind,
    String name,
    String years,
    List<Fact> facts,
    String note,
    Drawing art) {

  public record Fact(String label, String value) {}
}
