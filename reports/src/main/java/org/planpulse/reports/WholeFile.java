package org.planpulse.reports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files beside their place first and then moves them there: whoever reads one finds it
 * whole, and one whose writing failed stays as it was.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes what belongs into a file. */
  @FunctionalInterface
  public interface Content {
    void write(Path draft) throws IOException;
  }

  /**
   * @param named created with its folder, or replaced; where it is a link, what that points to
   * @return the name given
   * @throws UnwritableFileException when the file system does not let it be written
   */
  public static Path write(Path named, Content content) throws IOException {
    Path file = target(named.toAbsolutePath());
    Path draft = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      create(draft, file);
      content.write(draft);
      replace(file, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
    return named;
  }

  /** Not as a temporary file of Java's: nobody else may read those. */
  private static void create(Path draft, Path file) throws IOException {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(draft);
    } catch (FileSystemException e) {
      throw new UnwritableFileException(file, e);
    }
  }

  private static void replace(Path file, Path draft) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      throw new UnwritableFileException(file, e);
    }
  }

  /** What a link points to, be it there or not. */
  private static Path target(Path named) throws IOException {
    return Files.isSymbolicLink(named)
        ? target(named.resolveSibling(Files.readSymbolicLink(named)))
        : named;
  }
}
