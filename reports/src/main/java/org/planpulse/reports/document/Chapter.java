package org.planpulse.reports.document;

import java.util.List;

/**
 * A chapter.
 *
 * @param number empty in a document of one page
 * @param lead first paragraph; empty for none
 */
public record Chapter(String number, String title, String lead, List<Block> blocks) {

  /** Text of the bookmark, and the name links point to. */
  public String bookmark() {
    return number.isEmpty() ? title : number + "  " + title;
  }
}
