package org.planpulse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of lines, fields apart by tabs, that are added and never changed. A line is on the disk
 * when {@link #add} returns; one that a crash cut off is passed over. One process at a time holds
 * the file for writing; the operating system lets go of it however the process ends.
 *
 * <p>On Linux a process lets go of a file when it closes any of the channels or streams it has of
 * it. So all is read and written through the one that holds it, and a process opens a file once at
 * a time and does not {@link #read} what it holds.
 */
public final class LineJournal implements AutoCloseable {

  private static final String TAB = "\t";

  /** What {@link String#lines} and {@link #TAB} part. */
  private static final Pattern SEPARATOR = Pattern.compile("[\t\n\r]");

  private final FileChannel channel;
  private final List<List<String>> lines;

  private LineJournal(FileChannel channel, List<List<String>> lines) {
    this.channel = channel;
    this.lines = lines;
  }

  /** Opens the file, which need not exist; empty when somebody else holds it. */
  public static Optional<LineJournal> open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return held(file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }

  /** Lets go of a file that somebody else holds, or that cannot be read. */
  private static Optional<LineJournal> held(Path file, FileChannel channel) throws IOException {
    Optional<LineJournal> journal = Optional.empty();
    try {
      if (isLocked(channel)) {
        byte[] whole = wholeLines(content(channel));
        List<List<String>> lines = fields(file, whole);
        channel.truncate(whole.length);
        journal = Optional.of(new LineJournal(channel, lines));
      }
    } finally {
      if (journal.isEmpty()) {
        channel.close();
      }
    }
    return journal;
  }

  /** The lines of a file, held by another process or not; none when it does not exist. */
  public static List<List<String>> read(Path file) {
    try {
      return Files.exists(file) ? fields(file, wholeLines(Files.readAllBytes(file))) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public List<List<String>> lines() {
    return List.copyOf(lines);
  }

  /**
   * Adds a line.
   *
   * @throws IllegalArgumentException when a field holds a tab or a line break, which would shift
   *     the fields of the line
   */
  public void add(List<String> fields) {
    if (fields.stream().anyMatch(SEPARATOR.asPredicate())) {
      throw new IllegalArgumentException("a tab or line break in a journal: " + fields);
    }
    String line = String.join(TAB, fields) + "\n";
    try {
      channel.position(channel.size());
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the journal", e);
    }
    lines.add(List.copyOf(fields));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the journal", e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static byte[] content(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    channel.position(0);
    while (content.hasRemaining() && channel.read(content) >= 0) {
      // a read may give less than there is
    }
    return Arrays.copyOf(content.array(), content.position());
  }

  /** To the last line break: what follows may be cut off within a character. */
  private static byte[] wholeLines(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static List<List<String>> fields(Path file, byte[] whole) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    decode(file, whole).lines().forEach(line -> lines.add(List.of(line.split(TAB, -1))));
    return lines;
  }

  private static String decode(Path file, byte[] whole) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole)).toString();
    } catch (CharacterCodingException e) {
      throw new OperatorError(
          file + " 已损坏（不是 UTF-8），未使用。请从备份恢复，或将其移走。",
          file
              + " is damaged (not UTF-8) and was not used. Restore it from a backup, or move it"
              + " away.",
          e);
    }
  }
}
