package org.planpulse.jobs.publish;

import java.time.LocalDate;
import java.util.Optional;
import org.planpulse.jobs.run.RunContext;

/** The days on which runs wrote the report of a year. */
final class Editions {

  private final RunContext run;
  private final GoldReader gold;

  Editions(RunContext run, GoldReader gold) {
    this.run = run;
    this.gold = gold;
  }

  /**
   * The day of the latest edition whose figures differ from those known on a day. Editions after
   * the last revision say the same, so writing the report again finds the same day.
   *
   * @param file of the report, below the workspace
   * @param known SQL condition on {@code known_from} and {@code known_to}
   */
  Optional<LocalDate> before(String file, int year, String known) {
    if (run.warehouse().version("ops.job_run").isEmpty()) {
      return Optional.empty();
    }
    String day =
        gold.rows(
                """
                SELECT max(day) AS day
                FROM (SELECT CAST(left(run_id, 10) AS DATE) AS day FROM ops.job_run
                      WHERE job = '%s' AND status = 'done'
                        AND list_contains(map_keys(outputs), '%s'))
                WHERE day < (SELECT max(known_from) FROM gold.indicator_value
                             WHERE region_code = '%s' AND year <= %d AND revision IS NOT NULL
                               AND %s)
                """
                    .formatted(AnnualReportJob.NAME, file, run.plan().city().code(), year, known))
            .get(0)
            .text("day");
    return Optional.ofNullable(day).map(LocalDate::parse);
  }
}
