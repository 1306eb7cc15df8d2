package org.planpulse.jobs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spark's local files, one folder per process. A killed process leaves its folder behind (some 40
 * MB), so each start removes the folders of processes that no longer live.
 */
final class ScratchFolder {

  private static final String PREFIX = "spark-";

  private ScratchFolder() {}

  static Path create(Path parent) {
    try {
      Files.createDirectories(parent);
      for (Path leftover : leftovers(parent)) {
        delete(leftover);
      }
      return Files.createDirectories(parent.resolve(PREFIX + ProcessHandle.current().pid()))
          .toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Spark's local folder in " + parent, e);
    }
  }

  private static List<Path> leftovers(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(ScratchFolder::isLeftover).toList();
    }
  }

  private static boolean isLeftover(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches(PREFIX + "\\d+")
        && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
