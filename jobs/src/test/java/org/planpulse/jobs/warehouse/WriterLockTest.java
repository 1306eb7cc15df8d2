package org.planpulse.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class WriterLockTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void aSecondWriterIsToldTheOwnerAndTheAge() {
    WarehouseLayout layout = new WarehouseLayout(folder);
    try (WriterLock lock = WriterLock.acquire(layout, NOON)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(
              () -> WriterLock.acquire(layout, Clock.offset(NOON, Duration.ofMinutes(7))))
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining(
              System.getProperty("user.name") + "@", "pid " + ProcessHandle.current().pid())
          .hasMessageContaining("for 7 min")
          .satisfies(e -> assertThat(((OperatorError) e).message(Language.ZH)).contains("已 7 分钟"));
    }
  }

  @Test
  void aReleasedLockIsFree() {
    WarehouseLayout layout = new WarehouseLayout(folder);
    WriterLock.acquire(layout, NOON).close();
    WriterLock.acquire(layout, NOON).close();
    assertThat(folder.resolve(".writer.lock")).isEmptyFile();
  }

  @Test
  void theLockOfADeadProcessOfThisHostIsTakenOver() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    write(process.pid(), InetAddress.getLocalHost().getHostName());

    WriterLock.acquire(new WarehouseLayout(folder), NOON).close();
  }

  @Test
  void theLockOfAnotherHostIsRespected() throws IOException {
    write(1, "elsewhere");

    assertThatThrownBy(() -> WriterLock.acquire(new WarehouseLayout(folder), NOON))
        .hasMessageContaining("analyst@elsewhere, pid 1, for 60 min");
    assertThat(folder.resolve(".writer.lock")).content().contains("elsewhere");
  }

  @Test
  void aProcessNumberThatWasReusedIsNotTheOwner() throws IOException {
    write(ProcessHandle.current().pid(), InetAddress.getLocalHost().getHostName());

    WriterLock.acquire(new WarehouseLayout(folder), NOON).close();
  }

  private void write(long pid, String host) throws IOException {
    Files.writeString(
        folder.resolve(".writer.lock"),
        pid + "\t2001-01-01T00:00:00Z\t" + host + "\tanalyst\t2026-03-01T11:00:00Z\n");
  }
}
