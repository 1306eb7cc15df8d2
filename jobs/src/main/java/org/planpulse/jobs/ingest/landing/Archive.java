package org.planpulse.jobs.ingest.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip as departments make them: names in GBK unless marked as UTF-8. It is unpacked once, into a
 * folder named after its content, and refused as a whole when it is not safe: a name that leads out
 * of the folder, an archive within, or far more content than its size lets expect.
 */
final class Archive {

  /** Names without the UTF-8 mark: what Chinese Windows writes. */
  static final Charset NAMES = Charset.forName("GB18030");

  private static final int MOST_ENTRIES = 20_000;

  /** Bytes of a file's name that every file system takes. */
  private static final int LONGEST_NAME = 255;

  /** Text tables shrink to a fiftieth at best; a bomb to a thousandth. */
  private static final long MOST_INFLATION = 100;

  /** Below this size any inflation is harmless. */
  private static final long HARMLESS_BYTES = 64L << 20;

  private final Path file;
  private final long allowance;

  Archive(Path file) throws IOException {
    this.file = file;
    this.allowance = Math.max(HARMLESS_BYTES, MOST_INFLATION * Files.size(file));
  }

  /**
   * Unpacks into {@code folder}, which then holds all files or does not exist.
   *
   * @return the files by their path in the archive, in path order
   * @throws FileFault when the archive is damaged or not safe
   */
  Map<String, Path> unpack(Path folder) throws IOException, FileFault {
    if (!Files.isDirectory(folder)) {
      Path unfinished = folder.resolveSibling(folder.getFileName() + ".part");
      Folders.delete(unfinished);
      Files.createDirectories(unfinished);
      try {
        unpackAll(unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (ZipException | EOFException e) {
        throw new FileFault("FILE_DAMAGED", Map.of("detail", "zip"), e);
      } finally {
        Folders.delete(unfinished);
      }
    }
    return files(folder);
  }

  private void unpackAll(Path folder) throws IOException, FileFault {
    try (ZipFile zip = new ZipFile(file.toFile(), NAMES)) {
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> !entry.isDirectory()).toList();
      if (entries.size() > MOST_ENTRIES) {
        throw new FileFault("FILE_INFLATES", Map.of());
      }
      long left = allowance;
      for (ZipEntry entry : entries) {
        Path place = place(folder, entry.getName());
        try (InputStream in = zip.getInputStream(entry);
            OutputStream out = create(place)) {
          left -= copy(in, out, left);
        } catch (FileAlreadyExistsException e) {
          throw new FileFault(
              "FILE_DAMAGED", Map.of("detail", "zip: " + entry.getName() + " × 2"), e);
        }
        if (FileFormat.of(place) == FileFormat.ZIP) {
          throw new FileFault("ARCHIVE_NESTED", Map.of("entry", entry.getName()));
        }
      }
    }
  }

  private static Path place(Path folder, String name) throws FileFault {
    String inner = name.replace('\\', '/');
    boolean unsafe =
        inner.startsWith("/")
            || inner.contains(":")
            || inner.chars().anyMatch(Character::isISOControl)
            || Arrays.stream(inner.split("/")).anyMatch(Archive::tooLong);
    Path place = unsafe ? folder : folder.resolve(inner).normalize();
    if (!place.startsWith(folder) || place.equals(folder)) {
      throw new FileFault(
          "ARCHIVE_UNSAFE_NAME", Map.of("entry", name.replaceAll("\\p{Cntrl}", "?")));
    }
    return place;
  }

  /** Never over another entry: one of the two would be lost. */
  private static OutputStream create(Path place) throws IOException {
    Files.createDirectories(place.getParent());
    return Files.newOutputStream(place, StandardOpenOption.CREATE_NEW);
  }

  private static boolean tooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
  }

  /** What an entry says of its size is not believed: bytes are counted as they come. */
  private static long copy(InputStream in, OutputStream out, long most)
      throws IOException, FileFault {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      copied += read;
      if (copied > most) {
        throw new FileFault("FILE_INFLATES", Map.of());
      }
      out.write(buffer, 0, read);
    }
    return copied;
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
    }
    return files;
  }
}
