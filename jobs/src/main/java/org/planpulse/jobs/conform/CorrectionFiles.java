package org.planpulse.jobs.conform;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.SchemaYaml;

/** The files of reviewed corrections in a workspace. */
final class CorrectionFiles {

  private CorrectionFiles() {}

  /**
   * A correction and where it is written.
   *
   * @param number in its file, from 1
   */
  record Entry(String file, int number, Correction correction) {}

  /** Texts by file name. */
  static Map<String, String> texts(Workspace workspace) {
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(workspace.corrections())) {
      return texts;
    }
    try (Stream<Path> files = Files.list(workspace.corrections())) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml")).toList()) {
        texts.put(file.getFileName().toString(), text(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + workspace.corrections(), e);
    }
    return texts;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new SchemaException(
          "corrections/" + file.getFileName() + ": save it as UTF-8 (请存为 UTF-8)", e);
    }
  }

  /**
   * All corrections, file by file.
   *
   * @throws SchemaException naming the file, when one does not read
   */
  static List<Entry> read(Workspace workspace) {
    List<Entry> entries = new ArrayList<>();
    texts(workspace)
        .forEach(
            (file, text) -> {
              List<Correction> corrections =
                  SchemaYaml.read("corrections/" + file, text, new TypeReference<>() {});
              if (corrections.stream().anyMatch(Objects::isNull)) {
                throw new SchemaException("corrections/" + file + ": an entry is blank");
              }
              for (int i = 0; i < corrections.size(); i++) {
                entries.add(new Entry(file, i + 1, corrections.get(i)));
              }
            });
    return entries;
  }
}
