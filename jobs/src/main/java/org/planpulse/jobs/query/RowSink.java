package org.planpulse.jobs.query;

import java.io.IOException;
import java.util.List;

/** Takes rows one by one. */
public interface RowSink {

  /**
   * @param values as in {@link QueryResult#rows}
   */
  void accept(List<Object> values) throws IOException;
}
