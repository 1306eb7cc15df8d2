package org.planpulse.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class NewWorkspaceTest {

  private static final NewWorkspace NEW =
      new NewWorkspace("150100", "example", "EPSG:4525", Language.EN, true);

  @TempDir Path folder;

  @Test
  void aNewWorkspaceReadsBackWithWhatItWasGiven() {
    Workspace created = NEW.create(folder.resolve("city"));

    Workspace read = WorkspaceFile.read(folder.resolve("city"));
    assertThat(read).isEqualTo(created);
    assertThat(read.settings().city()).isEqualTo("150100");
    assertThat(read.settings().plan()).isEqualTo("example");
    assertThat(read.settings().crs()).isEqualTo("EPSG:4525");
    assertThat(read.settings().language()).isEqualTo(Language.EN);
    assertThat(read.settings().sampleData()).isTrue();
    assertThat(read.landing()).isEmptyDirectory();
  }

  @Test
  void aFolderWithFilesIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");

    OperatorError error = catchThrowableOfType(OperatorError.class, () -> NEW.create(folder));

    assertThat(error.message(Language.EN)).contains("is not empty; nothing was changed");
    assertThat(folder).isDirectoryNotContaining(file -> file.endsWith(WorkspaceFile.NAME));
  }

  @Test
  void theTemplateExplainsEveryKeyAndShowsItsStandardValue() {
    List<String> lines = NEW.text().lines().map(String::strip).toList();
    Settings standard = WorkspaceFile.settings("city: \"150100\"\nplan: example\n");
    Settings written = WorkspaceFile.settings(NEW.text());

    for (SettingKey key : SettingKey.ALL) {
      String name = key.anyName() ? SettingKey.PLAN_PARAMETERS : leaf(key.path());
      int at =
          lines.indexOf(lines.stream().filter(l -> l.startsWith(name + ":")).findFirst().get());
      assertThat(lines.get(at - 1)).as(key.path()).startsWith("#");
    }
    assertThat(written.spark()).isEqualTo(standard.spark());
    assertThat(written.areas()).isEqualTo(standard.areas()).isEqualTo(Settings.Areas.AS_MEASURED);
    assertThat(written.mail()).isEqualTo(standard.mail());
    assertThat(written.planParameters()).isEqualTo(standard.planParameters());
  }

  private static String leaf(String path) {
    return path.substring(path.indexOf('.') + 1);
  }
}
