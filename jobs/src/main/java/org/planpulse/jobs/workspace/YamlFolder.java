package org.planpulse.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planpulse.schemas.SchemaException;

/** A folder of the workspace in which people keep YAML files. */
public final class YamlFolder {

  private YamlFolder() {}

  /**
   * Texts of its .yaml files by file name; none when the folder does not exist.
   *
   * @throws SchemaException naming the file, when one is not UTF-8
   */
  public static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
        texts.put(file.getFileName().toString(), text(folder, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return texts;
  }

  private static String text(Path folder, Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      String name = folder.getFileName() + "/" + file.getFileName();
      throw new SchemaException(
          name + " 不是 UTF-8 文本，请另存为 UTF-8", name + " is not UTF-8 text: save it as UTF-8", e);
    }
  }
}
