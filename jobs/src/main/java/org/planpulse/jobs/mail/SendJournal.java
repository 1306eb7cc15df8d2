package org.planpulse.jobs.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.run.OperatorError;

/**
 * What was sent to whom: {@code at<TAB>issue<TAB>recipient<TAB>state} a line, added and never
 * changed, each on the disk before the next step is taken. One process holds it at a time. A line
 * that a crash cut off is passed over: the line before it holds, which is the safe side.
 */
final class SendJournal implements AutoCloseable {

  private static final String FILE = "journal.tsv";

  private record Key(String issue, String recipient) {}

  private final Map<Key, SendState> states = new HashMap<>();
  private final FileChannel channel;
  private final Clock clock;

  private SendJournal(FileChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * @throws OperatorError when another process is sending
   */
  static SendJournal open(Path folder, Clock clock) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isMine(channel)) {
        channel.close();
        throw new OperatorError(
            "另一进程正在发信，本次未发送；请等其结束。",
            "Another process is sending, so nothing was sent; wait for it to end.");
      }
      SendJournal journal = new SendJournal(channel, clock);
      journal.read(Files.readString(file, StandardCharsets.UTF_8));
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }

  /** Empty when it was never tried. */
  Optional<SendState> state(String issue, String recipient) {
    return Optional.ofNullable(states.get(new Key(issue, recipient)));
  }

  /** Returns when the line is on the disk. */
  void note(String issue, String recipient, SendState state) {
    write(String.join("\t", clock.instant().toString(), issue, recipient, state.name()) + "\n");
    states.put(new Key(issue, recipient), state);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the journal of mails", e);
    }
  }

  /** The operating system's lock ends with the process, however it ends. */
  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void read(String text) throws IOException {
    int end = text.lastIndexOf('\n') + 1;
    for (String line : text.substring(0, end).lines().toList()) {
      List<String> fields = List.of(line.split("\t", -1));
      states.put(new Key(fields.get(1), fields.get(2)), SendState.valueOf(fields.get(3)));
    }
    channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
  }

  private void write(String line) {
    try {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal of mails", e);
    }
  }
}
