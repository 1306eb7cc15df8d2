package org.planpulse.reports.model;

import java.util.List;

/**
 * How the figures of this edition differ from those of an earlier one.
 *
 * @param day whose figures they are compared with, yyyy-mm-dd
 * @param summary since when, and how many figures were supplied late or changed below the digits
 *     shown
 * @param rows figures that read otherwise now, by indicator and year
 */
public record Errata(String day, String summary, List<Row> rows) {

  /**
   * @param before as the earlier edition printed it
   * @param after null when it was withdrawn
   * @param reason why it changed, in words
   * @param source files with the new figure
   */
  public record Row(
      String code,
      String name,
      int year,
      String unit,
      int decimals,
      Double before,
      Double after,
      String reason,
      String source) {}
}
