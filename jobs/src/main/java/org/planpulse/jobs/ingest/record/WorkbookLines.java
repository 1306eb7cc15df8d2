package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.workbook.SheetRow;
import org.planpulse.jobs.ingest.workbook.SheetRows;

/** Lines of a sheet. */
record WorkbookLines(SheetRows rows) implements Lines {

  @Override
  public Line next() throws FileFault {
    SheetRow row = rows.next();
    return row == null ? null : new Line(row.row() + 1, row.texts(), row.width());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
