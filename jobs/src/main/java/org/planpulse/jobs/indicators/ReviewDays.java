package org.planpulse.jobs.indicators;

import org.planpulse.jobs.run.RunContext;

/**
 * The days on which reviewed corrections began or ceased to be read, by the place corrected and by
 * the sheet or layer it is in.
 */
final class ReviewDays {

  private ReviewDays() {}

  /**
   * Makes the view {@code review_day (place, day, applied)} of the corrections that fit what was
   * delivered; {@code applied} is whether they are read now.
   */
  static void view(RunContext run) {
    run.warehouse().read("ops.correction").createOrReplaceTempView("correction");
    run.warehouse()
        .spark()
        .sql(
            """
            SELECT DISTINCT found AS place, day, state = 'applied' AS applied
            FROM correction
            LATERAL VIEW explode(array(source_id, substring_index(source_id, '!', 2))) p AS found
            LATERAL VIEW explode(array(reviewed_on, date_add(expires_on, 1))) d AS day
            WHERE state IN ('applied', 'expired', 'conflicting')
            """)
        .createOrReplaceTempView("review_day");
  }

  /** SQL: the places that such a view names, of the sources of an input. */
  static String places(String sourceIds) {
    return "transform(%s, id -> substring_index(id, '!', 3))".formatted(sourceIds);
  }
}
