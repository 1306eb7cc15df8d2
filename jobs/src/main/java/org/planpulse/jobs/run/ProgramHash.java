package org.planpulse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash of this program's own classes and resources, so that a changed program computes again.
 * Jars are built reproducibly: the same source gives the same hash.
 */
public final class ProgramHash {

  private static final String PACKAGE = "org/planpulse";

  private ProgramHash() {}

  public static String compute() {
    try {
      Digest digest = new Digest();
      for (URL part : Collections.list(ProgramHash.class.getClassLoader().getResources(PACKAGE))) {
        for (Path file : files(root(part))) {
          digest.add(file.getFileName().toString()).add(Files.readAllBytes(file));
        }
      }
      return digest.hex16();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own files", e);
    }
  }

  /** The jar or the folder of classes a package lies in. */
  private static Path root(URL part) throws IOException {
    try {
      if (part.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      return Path.of(part.toURI()).getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IOException("no path: " + part, e);
    }
  }

  private static List<Path> files(Path root) throws IOException {
    if (Files.isRegularFile(root)) {
      return List.of(root);
    }
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
