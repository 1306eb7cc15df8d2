package org.planpulse.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {

  @TempDir Path folder;

  @Test
  @Timeout(30)
  void anInterruptEndsWhatTheProcessStartedToo() throws Exception {
    Path log = folder.resolve("log");
    Thread measuring = Thread.currentThread();
    Thread interrupting = new Thread(() -> interruptWhenStarted(log, measuring));
    interrupting.start();

    assertThatThrownBy(
            () -> MeasuredProcess.run(log, List.of("sh", "-c", "sleep 600 & echo $!; wait")))
        .isInstanceOf(InterruptedException.class);

    interrupting.join();
    long child = Long.parseLong(Files.readString(log).strip());
    ProcessHandle.of(child).ifPresent(MeasuredProcessTest::mustEnd);
  }

  private static void mustEnd(ProcessHandle child) {
    assertThat(child.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join()).isNotNull();
  }

  private static void interruptWhenStarted(Path log, Thread measuring) {
    try {
      while (!Files.exists(log) || !Files.readString(log).endsWith("\n")) {
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      measuring.interrupt();
    }
  }
}
