package org.planpulse.reports.model;

import java.util.List;
import java.util.Map;

/**
 * The chapter on control lines.
 *
 * @param rows one line a zone layer
 * @param violations one line a rule on land, in m²
 * @param exposures one line a rule on facilities and roads
 * @param unchecked rules whose layers were not delivered; empty when all were checked
 * @param maps drawn from the data, each on half a page or more
 */
public record ControlLines(
    String summary,
    List<ZoneRow> rows,
    List<ViolationRow> violations,
    List<ExposureRow> exposures,
    String unchecked,
    List<MapFigure> maps) {

  /**
   * @param groupsM2 land inside this year, by id of the land group
   * @param targetText empty when there is none
   */
  public record ZoneRow(
      String name,
      int zones,
      double areaM2,
      Map<String, Double> groupsM2,
      String targetText,
      Level level) {}

  /**
   * @param previousAreaM2 null when the rule was not checked the year before
   */
  public record ViolationRow(
      String ruleId,
      String rule,
      int parcels,
      double areaM2,
      Double previousAreaM2,
      String places,
      Level level) {

    /** Whether the rule found anything this year. */
    public boolean found() {
      return areaM2 > 0;
    }
  }

  /**
   * Facilities and roads where they should not be.
   *
   * @param things facilities or stretches of road
   * @param previousThings null when the rule was not checked the year before
   * @param lengthM metres of road inside; null for facilities
   */
  public record ExposureRow(
      String ruleId,
      String rule,
      int things,
      Integer previousThings,
      Double lengthM,
      Double previousLengthM,
      String places,
      Level level) {}
}
