package org.planpulse.reports.layout;

import java.util.List;

/**
 * A chapter, starting on a new page.
 *
 * @param number empty for the contents page
 * @param summary lead paragraph; empty for none
 */
public record Chapter(String number, String title, String summary, List<Block> blocks) {

  public static Chapter unnumbered(String title, List<Block> blocks) {
    return new Chapter("", title, "", blocks);
  }

  /** Text of the bookmark, and the name links point to. */
  public String bookmark() {
    return number.isEmpty() ? title : number + "  " + title;
  }
}
