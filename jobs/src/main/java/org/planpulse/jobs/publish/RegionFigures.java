package org.planpulse.jobs.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.jobs.query.Known;

/**
 * What is known now of a region's indicators.
 *
 * @param values by indicator, up to the year reported on, ascending
 * @param trends by indicator, of the series that end in that year
 * @param departments whose files the values rest on, by indicator: keys, ascending
 */
record RegionFigures(
    Map<String, List<GoldRow>> values,
    Map<String, GoldRow> trends,
    Map<String, List<String>> departments) {

  static RegionFigures none() {
    return new RegionFigures(Map.of(), Map.of(), Map.of());
  }

  static RegionFigures of(String region, int year, GoldReader gold) {
    return where("region_code = '" + region + "'", year, gold).getOrDefault(region, none());
  }

  /** By region, all but one: units are many, and read at once. */
  static Map<String, RegionFigures> ofOthers(String region, int year, GoldReader gold) {
    return where("region_code <> '" + region + "'", year, gold);
  }

  private static Map<String, RegionFigures> where(String regions, int year, GoldReader gold) {
    Map<String, Map<String, List<GoldRow>>> values =
        gold
            .rows(
                """
                SELECT region_code, indicator_code, year, value, level, reason
                FROM gold.indicator_value
                WHERE %s AND year <= %d AND %s
                ORDER BY indicator_code, year
                """
                    .formatted(regions, year, Known.NOW))
            .stream()
            .collect(
                groupingBy(
                    row -> row.text("region_code"), groupingBy(row -> row.text("indicator_code"))));
    Map<String, Map<String, GoldRow>> trends =
        gold
            .rows(
                """
                SELECT * FROM gold.indicator_trend WHERE %s AND to_year = %d
                """
                    .formatted(regions, year))
            .stream()
            .collect(
                groupingBy(
                    row -> row.text("region_code"),
                    toMap(row -> row.text("indicator_code"), row -> row)));
    Map<String, Map<String, List<String>>> departments = departments(regions, year, gold);
    Map<String, RegionFigures> figures = new HashMap<>();
    values.forEach(
        (region, known) ->
            figures.put(
                region,
                new RegionFigures(
                    known,
                    trends.getOrDefault(region, Map.of()),
                    departments.getOrDefault(region, Map.of()))));
    return figures;
  }

  /** By region and indicator: those who delivered, whoever the catalogue expects to. */
  private static Map<String, Map<String, List<String>>> departments(
      String regions, int year, GoldReader gold) {
    return gold
        .rows(
            """
            SELECT DISTINCT region_code, indicator_code, department
            FROM (
              SELECT DISTINCT region_code, indicator_code, split_part(id, '!', 1) AS source_key
              FROM (
                SELECT region_code, indicator_code, unnest(source_ids) AS id
                FROM gold.indicator_input WHERE %s AND year <= %d AND %s
              )
            ) JOIN bronze.source_file USING (source_key)
            WHERE department IS NOT NULL
            ORDER BY department
            """
                .formatted(regions, year, Known.NOW))
        .stream()
        .collect(
            groupingBy(
                row -> row.text("region_code"),
                groupingBy(
                    row -> row.text("indicator_code"),
                    mapping(row -> row.text("department"), toList()))));
  }
}
