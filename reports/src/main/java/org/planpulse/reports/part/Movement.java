package org.planpulse.reports.part;

import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.wording.NumberText;

/** How an indicator moved, seen at the decimals shown, so that the text agrees with the table. */
public enum Movement {
  UP,
  DOWN,
  LEVEL;

  /**
   * @return null when either year has no value, or the series breaks between them
   */
  public static Movement of(IndicatorRow row, int from, int to) {
    Double first = row.valueOf(from);
    Double last = row.valueOf(to);
    if (first == null || last == null || row.breaksBetween(from, to)) {
      return null;
    }
    int change =
        NumberText.shown(last, row.decimals()).compareTo(NumberText.shown(first, row.decimals()));
    return change == 0 ? LEVEL : change > 0 ? UP : DOWN;
  }
}
