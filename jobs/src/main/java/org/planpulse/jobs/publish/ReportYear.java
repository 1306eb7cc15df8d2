package org.planpulse.jobs.publish;

import java.util.Optional;
import org.planpulse.jobs.run.RunContext;

/** The year a report is about: the one asked for, or the latest with land data. */
record ReportYear(RunContext run, GoldReader gold) {

  /** Empty when there is none. */
  Optional<Integer> get() {
    return run.year().or(this::latest);
  }

  private Optional<Integer> latest() {
    if (run.warehouse().version("gold.land_area").isEmpty()) {
      return Optional.empty();
    }
    Double year = gold.rows("SELECT max(year) AS year FROM gold.land_area").get(0).number("year");
    return Optional.ofNullable(year).map(Double::intValue);
  }
}
