package org.planpulse.reports.model;

import java.util.List;

/**
 * The chapter on control lines.
 *
 * @param rows one line a zone layer
 * @param violations one line a rule
 * @param maps drawn from the data, each on half a page or more
 */
public record ControlLines(
    String summary, List<ZoneRow> rows, List<ViolationRow> violations, List<MapFigure> maps) {

  /**
   * @param constructionM2 construction land inside, this year
   * @param targetText empty when there is none
   */
  public record ZoneRow(
      String name,
      int zones,
      double areaM2,
      double constructionM2,
      double farmlandM2,
      double grasslandM2,
      String targetText,
      Level level) {}

  public record ViolationRow(
      String ruleId,
      String rule,
      int parcels,
      double areaM2,
      double previousAreaM2,
      String places,
      Level level) {}
}
