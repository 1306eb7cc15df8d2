package org.planpulse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines, fields apart by tabs, that are added and never changed. A line is on the disk
 * when {@link #add} returns; one that a crash cut off is passed over. One process at a time holds
 * the file for writing; the operating system lets go of it however the process ends.
 */
public final class LineJournal implements AutoCloseable {

  private static final String TAB = "\t";

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
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        return Optional.empty();
      }
      String whole = wholeLines(file);
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      channel.position(channel.size());
      return Optional.of(new LineJournal(channel, fields(whole)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }

  /** The lines of a file, held by somebody or not; none when it does not exist. */
  public static List<List<String>> read(Path file) {
    try {
      return Files.exists(file) ? fields(wholeLines(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  public List<List<String>> lines() {
    return List.copyOf(lines);
  }

  /** Adds a line; no field holds a tab or a line break. */
  public void add(List<String> fields) {
    String line = String.join(TAB, fields) + "\n";
    try {
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

  private static String wholeLines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private static List<List<String>> fields(String whole) {
    List<List<String>> lines = new ArrayList<>();
    whole.lines().forEach(line -> lines.add(List.of(line.split(TAB, -1))));
    return lines;
  }
}
