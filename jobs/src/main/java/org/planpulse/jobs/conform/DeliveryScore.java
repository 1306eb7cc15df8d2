package org.planpulse.jobs.conform;

import java.util.Map;
import org.planpulse.schemas.codelist.DeliveryRules;

/** How good a delivery is, 0 to 100. */
record DeliveryScore(DeliveryRules rules) {

  private static final int BEST = 100;

  /**
   * 100 x share of rows without a fault somebody has to mend, rounded, less the deductions for
   * issues; not below 0. A delivery without rows, such as a document, has no faulty ones.
   *
   * @param issues number by severity
   */
  int of(long rows, long faulty, Map<String, Long> issues) {
    long sound = rows == 0 ? BEST : Math.round(BEST * (double) (rows - faulty) / rows);
    long deducted =
        issues.entrySet().stream()
            .mapToLong(kind -> kind.getValue() * rules.deductions().getOrDefault(kind.getKey(), 0))
            .sum();
    return (int) Math.max(0, sound - deducted);
  }
}
