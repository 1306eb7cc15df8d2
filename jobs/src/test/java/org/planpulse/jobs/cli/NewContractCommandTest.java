package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;

class NewContractCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void makeWorkspace() throws IOException {
    new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, false)
        .create(folder.resolve("city"));
    file = Files.createDirectories(folder.resolve("气象局")).resolve("站点.csv");
    Files.writeString(file, "站名,站号\n甲,1\n乙,2\n");
  }

  @Test
  void theDraftGoesToStandardOutputOrToANewFile() throws IOException {
    assertThat(run(Language.ZH)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("id: " + nextOfOurs())
        .contains("value: D17")
        .contains("# 样值 甲");

    Path draft = folder.resolve("city/schemas/contracts/%s-stations.yaml".formatted(nextOfOurs()));
    assertThat(run(Language.EN, "--out", draft.toString())).isEqualTo(ExitCode.DONE);
    assertThat(draft).content().contains("# e.g. 甲");
    assertThat(Project.open(folder.resolve("city")).schemas().contracts())
        .anyMatch(contract -> contract.id().equals(nextOfOurs()));
  }

  /** After the highest number of the contracts that come with PlanPulse. */
  private static String nextOfOurs() {
    int highest =
        Schemas.load(SchemaFiles.packaged()).contracts().stream()
            .map(Contract::id)
            .filter(id -> id.matches("A-\\d+"))
            .mapToInt(id -> Integer.parseInt(id.substring(2)))
            .max()
            .orElseThrow();
    return "A-" + (highest + 1);
  }

  @Test
  void anExistingFileIsLeftAlone() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.yaml"), "mine");

    assertThat(run(Language.EN, "--out", mine.toString())).isEqualTo(ExitCode.FAILED);

    assertThat(mine).hasContent("mine");
    assertThat(err.toString()).contains("exists and was left as it is").contains("--out");
  }

  private int run(Language language, String... more) {
    String[] all = new String[more.length + 6];
    System.arraycopy(
        new String[] {
          "contract",
          "new",
          "--workspace",
          folder.resolve("city").toString(),
          "--from",
          file.toString()
        },
        0,
        all,
        0,
        6);
    System.arraycopy(more, 0, all, 6, more.length);
    return PlanPulse.commandLine(
            new Console(new PrintWriter(out, true), new PrintWriter(err, true), language, 80))
        .execute(all);
  }
}
