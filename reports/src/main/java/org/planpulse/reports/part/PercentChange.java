package org.planpulse.reports.part;

import java.math.BigDecimal;
import java.math.MathContext;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.wording.NumberText;

/** How far an indicator moved, in percent of where it began. */
final class PercentChange {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PercentChange() {}

  /**
   * Seen at the decimals shown, so that it agrees with the two values printed beside it.
   *
   * @return null when there is no {@link Movement}, or the first value is not positive: a share of
   *     zero is none, and one of a negative value would have the wrong sign
   */
  static Double of(IndicatorRow row, int from, int to) {
    if (Movement.of(row, from, to) == null) {
      return null;
    }
    BigDecimal first = NumberText.shown(row.valueOf(from), row.decimals());
    BigDecimal last = NumberText.shown(row.valueOf(to), row.decimals());
    return first.signum() <= 0
        ? null
        : last.subtract(first).multiply(HUNDRED).divide(first, MathContext.DECIMAL64).doubleValue();
  }
}
