package org.planpulse.jobs.ingest.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** A feature file that is read one feature ahead, so that its end is known in time. */
abstract class StreamedFeatures implements FeatureFile {

  private Feature next;

  /** The feature that follows; null at the end. */
  protected abstract Feature read() throws IOException;

  /** To be called once, when {@link #read} can be. */
  protected final void start() throws IOException {
    next = read();
  }

  @Override
  public final boolean hasNext() {
    return next != null;
  }

  /**
   * @throws UncheckedIOException when what follows is damaged
   */
  @Override
  public final Feature next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Feature current = next;
    try {
      next = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return current;
  }
}
