package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.util.ShutdownHookManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.runtime.BoxedUnit;

class StopSignalTest {

  private static final String AT_WORK = "at work";

  @Test
  @Timeout(60)
  void aCommandAtWorkEndsBeforeSparkDoes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader printed = process.inputReader()) {
      String line = printed.readLine();
      while (line != null && !line.equals(AT_WORK)) {
        line = printed.readLine();
      }
      process.toHandle().destroy(); // that of the process closes what it prints

      List<String> rest = printed.lines().toList();

      assertThat(rest).containsSubsequence("told to end", "command ends", "Spark ends");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** A command that works on for a moment, in a process with a hook as Spark has one. */
  static final class Worker {

    private static final int OF_SPARK_CONTEXTS = 50;

    private Worker() {}

    public static void main(String[] arguments) throws InterruptedException {
      ShutdownHookManager.addShutdownHook(
          OF_SPARK_CONTEXTS,
          () -> {
            System.out.println("Spark ends");
            return BoxedUnit.UNIT;
          });
      StopSignal signal = StopSignal.listen(() -> System.out.println("told to end"));
      System.out.println(AT_WORK);
      signal.asked().await();
      Thread.sleep(Duration.ofMillis(300).toMillis());
      System.out.println("command ends");
      signal.stopped();
    }
  }
}
