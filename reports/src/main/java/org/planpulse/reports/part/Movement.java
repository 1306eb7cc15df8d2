package org.planpulse.reports.part;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.planpulse.reports.model.Dimension.IndicatorRow;

/** How an indicator moved, seen at the decimals shown, so that the text agrees with the table. */
enum Movement {
  UP,
  DOWN,
  LEVEL;

  /**
   * @return null when either year has no value
   */
  static Movement of(IndicatorRow row, int fromYear) {
    Double first = row.valueOf(fromYear);
    if (first == null || row.current() == null) {
      return null;
    }
    int change = shown(row.current(), row).compareTo(shown(first, row));
    return change == 0 ? LEVEL : change > 0 ? UP : DOWN;
  }

  private static BigDecimal shown(double value, IndicatorRow row) {
    return BigDecimal.valueOf(value).setScale(row.decimals(), RoundingMode.HALF_UP);
  }
}
