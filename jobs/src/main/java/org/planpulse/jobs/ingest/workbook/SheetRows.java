package org.planpulse.jobs.ingest.workbook;

import java.io.Closeable;
import org.planpulse.jobs.ingest.landing.FileFault;

/** The visible rows of a sheet that hold anything, from top to bottom. */
public interface SheetRows extends Closeable {

  /**
   * @return null at the end
   * @throws FileFault when the sheet is damaged from here on
   */
  SheetRow next() throws FileFault;
}
