package org.planpulse.jobs.ingest.record;

import java.io.Closeable;
import java.io.IOException;
import org.planpulse.jobs.ingest.landing.FileFault;

/** Lines of one sheet or file, read one after the other. */
interface Lines extends Closeable {

  /** Whether the last line has no line end, as in a file cut short. */
  default boolean open() throws IOException {
    return false;
  }

  /**
   * @return null at the end
   * @throws FileFault when the file is damaged from here on
   */
  Line next() throws IOException, FileFault;
}
