package org.planpulse.reports;

import java.io.IOException;
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
   * @return the file
   */
  public static Path write(Path named, Content content) throws IOException {
    Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    Files.createDirectories(file.getParent());
    // Not a temporary file of Java's: nobody else may read those.
    Path draft =
        Files.createFile(
            file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part"));
    try {
      content.write(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return named;
  }
}
