package org.planpulse.reports.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planpulse.schemas.Language;

/**
 * Everything the annual check-up report prints, as plain values. Texts are already in {@code
 * language}; numbers are raw and formatted by the report.
 *
 * @param cityName e.g. 二连浩特市
 * @param planTitle full title of the approved plan
 * @param approval document number and date of the approval
 * @param year the year checked
 * @param standard title of the standard whose edition the indicators follow
 * @param dataAsOf day up to which supplied data were known, ISO; printed instead of any clock time
 * @param sampleData whether "sample data" stands on every page
 * @param trace one a figure that has a value, in the order of codes; empty for no annex
 * @param sampleNote what is invented and what is fact
 * @param landGroups names of the groups of land classes, by id
 * @param errata null when no figure of an earlier edition has changed
 */
public record Checkup(
    Language language,
    String cityCode,
    String cityName,
    String planTitle,
    String approval,
    int year,
    int baseYear,
    int targetYear,
    String standard,
    String dataAsOf,
    boolean sampleData,
    String sampleNote,
    Verdict verdict,
    List<Dimension> dimensions,
    ControlLines controlLines,
    LandUse landUse,
    Map<String, String> landGroups,
    List<Warning> warnings,
    Sources sources,
    List<Trace> trace,
    Errata errata) {

  /** All maps, whichever chapter they belong to. */
  public List<MapFigure> maps() {
    return Stream.concat(controlLines.maps().stream(), Stream.ofNullable(landUse.map())).toList();
  }
}
