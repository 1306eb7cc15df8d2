package org.planpulse.jobs.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.schemas.plan.Plan;

/**
 * The city's values that rest on figures which sources give differently.
 *
 * @param years by indicator code
 */
record ConflictingValues(Map<String, Set<Integer>> years) {

  /**
   * @param values at least {@code indicator_code, region_code, year, value_status}
   */
  static ConflictingValues of(Dataset<Row> values, Plan plan) {
    Map<String, Set<Integer>> years = new HashMap<>();
    values
        .where("value_status = 'CONFLICT' AND region_code = '%s'".formatted(plan.city().code()))
        .select("indicator_code", "year")
        .collectAsList()
        .forEach(
            row ->
                years
                    .computeIfAbsent(row.getString(0), code -> new HashSet<>())
                    .add(row.getInt(1)));
    return new ConflictingValues(years);
  }

  boolean include(String indicator, int year) {
    return years.getOrDefault(indicator, Set.of()).contains(year);
  }
}
