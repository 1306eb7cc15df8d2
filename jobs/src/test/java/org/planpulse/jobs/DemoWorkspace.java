package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.samples.DemoCity;
import org.planpulse.samples.DemoOptions;

/**
 * A small demo city and all that the pipeline makes of it, for every test of the same JVM: built by
 * the first that asks. Whoever changes something in it puts it back.
 */
public final class DemoWorkspace {

  private static final DemoOptions CITY = new DemoOptions(3_000, 42);
  private static TestPipeline pipeline;

  private DemoWorkspace() {}

  public static synchronized TestPipeline pipeline() {
    if (pipeline == null) {
      pipeline = build();
    }
    return pipeline;
  }

  private static TestPipeline build() {
    try {
      TestPipeline fresh =
          TestPipeline.in(
              Path.of(System.getProperty("basedir", "."))
                  .resolve("target/demo-" + System.getProperty("planpulse.test.jvm", "1")));
      DemoCity.of(CITY).writeTo(fresh.workspace().landing());
      RunReport report = fresh.run();
      assertThat(report.failure()).isEmpty();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot build the demo workspace", e);
    }
  }
}
