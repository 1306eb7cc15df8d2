package org.planpulse.jobs.indicators;

/** Corrections as the correction job leaves them. */
final class ReviewedPlaces {

  private ReviewedPlaces() {}

  /**
   * @param rows e.g. {@code ('applied', 'book!S!B2', '2026-02-01')}: state, source id, day of the
   *     review. Those that are over expired on 30 June 2026, the others expire in 2027.
   */
  static String of(String rows) {
    return """
    SELECT 'c.yaml' AS correction_file, 1 AS number, state, 'D' AS dataset, 'f' AS file,
           'p' AS place, source_id, '' AS field, '1' AS delivered, '2' AS corrected,
           '李四' AS owner, '原报有误' AS reason, CAST(reviewed AS DATE) AS reviewed_on,
           if(state = 'expired', DATE'2026-06-30', DATE'2027-02-01') AS expires_on
    FROM VALUES %s AS c(state, source_id, reviewed)
    """
        .formatted(rows);
  }
}
