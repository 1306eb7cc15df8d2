package org.planpulse.jobs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.planpulse.jobs.run.OperatorError;

/**
 * The right to write to a warehouse, held by one process at a time in the file {@code
 * .writer.lock}. The file names its owner; an empty file is a free lock. The lock of a process of
 * this host that no longer lives is taken over; one of another host is not, as nobody can tell from
 * here.
 */
public final class WriterLock implements AutoCloseable {

  private static final String FILE = ".writer.lock";

  private final Path file;

  private WriterLock(Path file) {
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @throws OperatorError naming the owner and the lock's age, when somebody else holds it
   */
  public static WriterLock acquire(WarehouseLayout layout, Clock clock) {
    Path file = layout.root().resolve(FILE);
    Owner self = Owner.self(clock.instant());
    synchronized (WriterLock.class) {
      String holder = exchange(file, text -> isFree(text) ? self.text() : text);
      if (!isFree(holder)) {
        throw held(holder, clock.instant(), file);
      }
    }
    return new WriterLock(file);
  }

  @Override
  public void close() {
    synchronized (WriterLock.class) {
      exchange(file, text -> "");
    }
  }

  private static boolean isFree(String text) {
    return Owner.parse(text).map(Owner::isGone).orElse(text.isBlank());
  }

  private static OperatorError held(String text, Instant now, Path file) {
    Optional<Owner> owner = Owner.parse(text);
    String name = owner.map(Owner::name).orElse(text.strip());
    String minutes =
        owner.map(o -> String.valueOf(Duration.between(o.since(), now).toMinutes())).orElse("?");
    return new OperatorError(
        "数据仓库正被另一进程写入（%s，已 %s 分钟），本次未运行；请等其结束，若该进程已不存在，请删除 %s 后重试。".formatted(name, minutes, file),
        ("Another process is writing to the warehouse (%s, for %s min), so nothing was run; wait for"
                + " it to end, or delete %s if that process no longer exists.")
            .formatted(name, minutes, file));
  }

  /** What a lock file shall say, given what it says. */
  private interface Change {
    String of(String before);
  }

  /** Replaces the file's text under an operating-system lock and returns the text before. */
  private static String exchange(Path file, Change change) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock guard = channel.lock()) {
        ByteBuffer content = ByteBuffer.allocate((int) channel.size());
        channel.read(content, 0);
        String before = new String(content.array(), StandardCharsets.UTF_8);
        String after = change.of(before);
        if (!after.equals(before)) {
          channel.truncate(0);
          channel.write(ByteBuffer.wrap(after.getBytes(StandardCharsets.UTF_8)), 0);
          channel.force(true);
        }
        return before;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the lock " + file, e);
    }
  }

  /**
   * Who holds the lock.
   *
   * @param started when the process started; tells a reused process number from the owner
   */
  private record Owner(long pid, String started, String host, String user, Instant since) {

    static Owner self(Instant now) {
      ProcessHandle self = ProcessHandle.current();
      return new Owner(self.pid(), start(self), hostName(), System.getProperty("user.name"), now);
    }

    static Optional<Owner> parse(String text) {
      String[] parts = text.strip().split("\\t");
      if (parts.length != 5) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Owner(
                Long.parseLong(parts[0]), parts[1], parts[2], parts[3], Instant.parse(parts[4])));
      } catch (NumberFormatException | DateTimeParseException e) {
        return Optional.empty();
      }
    }

    String text() {
      return String.join("\t", Long.toString(pid), started, host, user, since.toString()) + "\n";
    }

    String name() {
      return user + "@" + host + ", pid " + pid;
    }

    boolean isGone() {
      return host.equals(hostName())
          && ProcessHandle.of(pid).filter(p -> start(p).equals(started)).isEmpty();
    }

    private static String start(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }
}
