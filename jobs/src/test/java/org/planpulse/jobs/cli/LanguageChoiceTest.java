package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.schemas.Language;

class LanguageChoiceTest {

  private static final Map<String, String> CHINESE = Map.of("LANG", "zh_CN.UTF-8");
  private static final Map<String, String> ENGLISH = Map.of("LANG", "en_GB.UTF-8");

  @TempDir Path folder;
  private Path workspace;

  @BeforeEach
  void makeAChineseWorkspace() {
    workspace = folder.resolve("city");
    new NewWorkspace("150100", "example", "EPSG:4490", Language.ZH, false).create(workspace);
  }

  @Test
  void theOptionWins() {
    assertThat(choice(CHINESE, "run", "--lang", "en", "--workspace", workspace.toString()))
        .isEqualTo(Language.EN);
  }

  @Test
  void theWorkspaceComesNext() {
    assertThat(choice(ENGLISH, "run", "--workspace=" + workspace)).isEqualTo(Language.ZH);
  }

  @Test
  void theLocaleDecidesElsewhere() {
    assertThat(choice(CHINESE, "--workspace", folder.toString(), "--unknown"))
        .isEqualTo(Language.ZH);
    assertThat(choice(ENGLISH, "--workspace", folder.toString())).isEqualTo(Language.EN);
    assertThat(choice(Map.of(), "--workspace", folder.toString())).isEqualTo(Language.EN);
  }

  @Test
  void theMoreSpecificLocaleVariableWins() {
    assertThat(
            choice(
                Map.of("LC_ALL", "zh_CN.UTF-8", "LANG", "en_US.UTF-8"),
                "--workspace",
                folder.toString()))
        .isEqualTo(Language.ZH);
  }

  private static Language choice(Map<String, String> environment, String... arguments) {
    return LanguageChoice.of(arguments, environment);
  }
}
