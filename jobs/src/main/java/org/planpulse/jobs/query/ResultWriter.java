package org.planpulse.jobs.query;

import java.io.IOException;

/** Writes a result as text. */
public interface ResultWriter {

  void write(QueryResult result, Appendable out) throws IOException;
}
