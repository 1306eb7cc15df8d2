package org.planpulse.jobs.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunContext;

/** The year a report is about: the one asked for, or the latest with land data. */
record ReportYear(RunContext run, GoldReader gold) {

  /** Empty when there is none. */
  Optional<Integer> get() {
    return run.year().or(this::latest);
  }

  /**
   * The same, for a report that is to be written.
   *
   * @throws OperatorError when no indicator has a value in the year asked for
   */
  Optional<Integer> withFigures() {
    run.year().ifPresent(this::requireFigures);
    return get();
  }

  private void requireFigures(int year) {
    List<Integer> years =
        gold
            .rows(
                "SELECT DISTINCT year FROM gold.indicator_value WHERE value IS NOT NULL ORDER BY year")
            .stream()
            .map(row -> row.number("year").intValue())
            .toList();
    if (!years.contains(year)) {
      String known = years.stream().map(String::valueOf).collect(Collectors.joining(" "));
      throw new OperatorError(
          year + " 年没有任何指标值，未写报告。有值的年份：" + known + "。",
          "No indicator has a value in "
              + year
              + ", so no report was written. Years: "
              + known
              + ".");
    }
  }

  private Optional<Integer> latest() {
    if (run.warehouse().version("gold.land_area").isEmpty()) {
      return Optional.empty();
    }
    Double year = gold.rows("SELECT max(year) AS year FROM gold.land_area").get(0).number("year");
    return Optional.ofNullable(year).map(Double::intValue);
  }
}
