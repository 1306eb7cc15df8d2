package org.planpulse.jobs.conform;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.YamlFolder;
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
    return YamlFolder.texts(workspace.corrections());
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
                throw new SchemaException(
                    "corrections/" + file + "：有一项是空的，请填写或删去",
                    "corrections/" + file + ": an entry is blank, fill it in or remove it");
              }
              for (int i = 0; i < corrections.size(); i++) {
                entries.add(new Entry(file, i + 1, corrections.get(i)));
              }
            });
    return entries;
  }
}
