package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.landing.FileFault;

/** The names of a DBF's fields as line 0, then its records. */
final class DbfLines implements Lines {

  private final DbfTable.Records records;
  private Line header;

  DbfLines(DbfTable table) throws IOException {
    this.records = table.open();
    this.header = new Line(0, table.names());
  }

  @Override
  public Line next() throws IOException, FileFault {
    if (header != null) {
      Line first = header;
      header = null;
      return first;
    }
    DbfTable.Record record = records.next();
    return record == null ? null : new Line(record.number(), record.texts());
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
