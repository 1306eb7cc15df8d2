package org.planpulse.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planpulse.samples.DemoCity;
import org.planpulse.samples.DemoOptions;

/** What the departments of a small demo city deliver, written once in each JVM. Only to be read. */
final class DemoFiles {

  static final DemoOptions CITY = new DemoOptions(3_000, 42);
  private static Path folder;

  private DemoFiles() {}

  /** The landing folder. */
  static synchronized Path folder() {
    if (folder == null) {
      try {
        Path fresh = Files.createTempDirectory("planpulse-demo-files");
        DemoCity.of(CITY).writeTo(fresh);
        folder = fresh;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the demo files", e);
      }
    }
    return folder;
  }
}
