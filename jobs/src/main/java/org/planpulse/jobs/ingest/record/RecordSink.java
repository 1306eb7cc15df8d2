package org.planpulse.jobs.ingest.record;

import java.io.IOException;

/** Takes records one by one, in the order of the file. */
@FunctionalInterface
public interface RecordSink {

  void add(SourceRecord record) throws IOException;
}
