package org.planpulse.reports.document;

/**
 * A column of a table.
 *
 * @param head with the unit, where all cells share one
 * @param width share of the table's width
 */
public record Column(String head, int width, Kind kind) {

  public enum Kind {
    TEXT,
    NUMBER,
    /** A small picture; left out where only text can be written. */
    PICTURE
  }

  public static Column text(String head, int width) {
    return new Column(head, width, Kind.TEXT);
  }

  public static Column number(String head, int width) {
    return new Column(head, width, Kind.NUMBER);
  }

  public static Column picture(String head, int width) {
    return new Column(head, width, Kind.PICTURE);
  }
}
