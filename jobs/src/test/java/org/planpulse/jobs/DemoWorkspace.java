package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.FileUtils;
import org.planpulse.samples.DemoCity;

/**
 * A small demo city and all that the pipeline makes of it. The first test that asks builds it for
 * all JVMs of the build; each JVM works on a copy of its own. Whoever changes something in it puts
 * it back.
 */
public final class DemoWorkspace {

  private static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target");

  /** Names the build, so that a workspace left by an earlier one is not taken for its own. */
  private static final String BUILD = System.getProperty("planpulse.test.build", "");

  private static TestPipeline pipeline;

  private DemoWorkspace() {}

  public static synchronized TestPipeline pipeline() {
    if (pipeline == null) {
      try {
        pipeline = copy();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot build the demo workspace", e);
      }
    }
    return pipeline;
  }

  private static TestPipeline copy() throws IOException {
    Path built = TARGET.resolve("demo");
    Files.createDirectories(TARGET);
    try (FileChannel channel =
            FileChannel.open(
                TARGET.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = channel.lock()) {
      Path mark = TARGET.resolve("demo.build");
      if (BUILD.isEmpty() || !Files.exists(mark) || !Files.readString(mark).equals(BUILD)) {
        build(built);
        Files.writeString(mark, BUILD);
      }
    }
    Path own = TARGET.resolve("demo-" + System.getProperty("planpulse.test.jvm", "1"));
    FileUtils.deleteDirectory(own.toFile());
    FileUtils.copyDirectory(built.toFile(), own.toFile());
    return TestPipeline.at(own);
  }

  private static void build(Path folder) throws IOException {
    TestPipeline fresh = TestPipeline.in(folder);
    DemoCity.of(DemoFiles.CITY).writeTo(fresh.workspace().landing());
    assertThat(fresh.run().failure()).isEmpty();
  }
}
