package org.planpulse.jobs.ingest.workbook;

import java.io.Closeable;
import java.util.List;
import org.planpulse.jobs.ingest.landing.FileFault;

/** A workbook whose visible sheets are read row by row. */
public interface RowWorkbook extends Closeable {

  /** Names of the visible sheets, in their order. */
  List<String> sheets();

  /**
   * @throws FileFault when the sheet is damaged
   */
  SheetRows rows(String sheet) throws FileFault;
}
