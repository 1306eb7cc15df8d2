package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.schemas.Language;

class PlanPulseTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void anOperatorsFaultIsOneSentenceWithoutAStackTrace() {
    int code = run(Language.EN, "run", "--workspace", folder.toString());

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString().lines()).singleElement().asString().contains("is not a workspace");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void verboseAddsTheStackTrace() {
    run(Language.EN, "run", "--verbose", "--workspace", folder.toString());

    assertThat(err.toString()).contains("OperatorError").contains("\tat org.planpulse");
  }

  @Test
  void messagesComeInTheLanguageOfTheConsole() {
    run(Language.ZH, "run", "--workspace", folder.toString());

    assertThat(err.toString()).contains("不是工作区");
  }

  @Test
  void aMistypedCommandIsWrongUsageAndTheNearestIsNamed() {
    int code = run(Language.EN, "histroy");

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("histroy").contains("did you mean").contains("history");
  }

  @Test
  void aMissingOptionIsWrongUsage() {
    int code = run(Language.EN, "explain", "TJ21-A-11");

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Missing argument: --year");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench report --times 0",
        "bench report --reports 0",
        "bench query --times -1",
        "bench indicators --units 20,0 --to x",
        "bench update --parcels 0 --to x",
        "bench spatial --parcels 0 --to x",
      })
  void aCountOfNoneIsWrongUsage(String arguments) {
    int code = run(Language.EN, arguments.split(" "));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(arguments.split(" ")[2] + " must be a whole number from 1 up");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    int code = run(Language.ZH);

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("用法：").contains("国土空间规划");
  }

  @Test
  void theFirstFaultOfASettingsFileIsNamedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("planpulse.yaml"), "city: \"150100\"\nplann: example\n");

    int code = run(Language.EN, "run", "--workspace", folder.toString());

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("line 2: unknown key plann; did you mean plan?");
  }

  @Test
  void doctorSaysThatAFolderIsNoWorkspaceAndStillSucceeds() {
    int code = run(Language.EN, "doctor", "--workspace", folder.toString());

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Java: ").contains("is not a workspace");
  }

  private int run(Language language, String... arguments) {
    return PlanPulse.commandLine(
            new Console(new PrintWriter(out, true), new PrintWriter(err, true), language, 80))
        .execute(arguments);
  }
}
