package org.planpulse.jobs.ingest.vector;

import java.io.IOException;

/** A feature file breaks its format; the message is the place, in words for its department. */
final class DamagedContent extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedContent(int line, Exception cause) {
    super("line " + line, cause);
  }
}
