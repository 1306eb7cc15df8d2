package org.planpulse.jobs.issued;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Guards what was issued against a slip of the hand; digests guard it against intent. */
final class ReadOnly {

  private ReadOnly() {}

  static void files(Path folder) throws IOException {
    protect(folder, Files::isRegularFile);
  }

  /** Nothing can be added or deleted in them; to be called when they stand at their place. */
  static void folders(Path folder) throws IOException {
    protect(folder, Files::isDirectory);
  }

  private static void protect(Path folder, Predicate<Path> which) throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(folder)) {
      paths = tree.filter(which).toList();
    }
    for (Path path : paths) {
      if (!path.toFile().setWritable(false, false)) {
        throw new IOException("cannot make " + path + " read-only");
      }
    }
  }
}
