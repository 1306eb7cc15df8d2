package org.planpulse.jobs.conform;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planpulse.jobs.workspace.Workspace;
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
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + workspace.corrections(), e);
    }
    return texts;
  }

  /**
   * All corrections, file by file.
   *
   * @throws org.planpulse.schemas.SchemaException naming the file, when one does not read
   */
  static List<Entry> read(Workspace workspace) {
    List<Entry> entries = new ArrayList<>();
    texts(workspace)
        .forEach(
            (file, text) -> {
              List<Correction> corrections =
                  SchemaYaml.read("corrections/" + file, text, new TypeReference<>() {});
              for (int i = 0; i < corrections.size(); i++) {
                entries.add(new Entry(file, i + 1, corrections.get(i)));
              }
            });
    return entries;
  }
}
