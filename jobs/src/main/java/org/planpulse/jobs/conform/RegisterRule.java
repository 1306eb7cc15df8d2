package org.planpulse.jobs.conform;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

/** An entry is of its register's year; names may repeat, numbers may not. */
final class RegisterRule implements RecordRule {

  private static final long serialVersionUID = 1L;

  @Override
  public void complete(SilverRow row, SourceFile file) {
    row.set("year", file.dataYear());
    for (String column : List.of("started_on", "finished_on")) {
      if (row.get(column) instanceof LocalDate day) {
        row.set(column, Date.valueOf(day));
      }
    }
  }

  @Override
  public String uniqueValue(SilverRow row) {
    return row.text("entry_id");
  }
}
