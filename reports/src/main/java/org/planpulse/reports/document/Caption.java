package org.planpulse.reports.document;

/**
 * What stands over a table or below a figure.
 *
 * @param number e.g. 表 3-1; empty in a document of one page
 */
public record Caption(String number, String text) {

  /** Number and text on one line. */
  public String line() {
    return number.isEmpty() ? text : number + "\u3000" + text;
  }
}
