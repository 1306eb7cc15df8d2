package org.planpulse.jobs.conform;

import java.sql.Date;
import java.time.LocalDate;

/** An observation is of a site and a day, or an hour of it, and of the day's year. */
final class ObservationRule implements RecordRule {

  private static final long serialVersionUID = 1L;

  @Override
  public void complete(SilverRow row, SourceFile file) {
    if (row.get("observed_on") instanceof LocalDate day) {
      row.set("observed_on", Date.valueOf(day));
      row.set("year", day.getYear());
    }
  }

  @Override
  public String uniqueValue(SilverRow row) {
    Object hour = row.get("observed_hour");
    return row.get("site_code") + " " + row.get("observed_on") + (hour == null ? "" : " " + hour);
  }
}
