package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.schemas.Language;

class ScheduleCommandTest {

  /** Once a year: no test sees its minute begin between two commands. */
  private static final String NEW_YEAR = "0 0 1 1 * ";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private Path city;

  @BeforeEach
  void makeWorkspace() {
    city =
        new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, true)
            .create(folder.resolve("city"))
            .root();
  }

  @Test
  void commandsOfTheProgramAreRunAndListed() throws IOException {
    schedule("verify");
    assertThat(run("--once")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).as("a new line has missed nothing").doesNotContain("verify");
    missSomeTimes();

    assertThat(run("--once")).isEqualTo(ExitCode.DONE);

    assertThat(err.toString()).contains("The archive is whole: 0 issues");
    assertThat(Files.readString(city.resolve("schedule.tsv"))).endsWith("\tyearly\tENDED\t0\n");
    assertThat(run("--list", "--format", "csv")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).containsPattern("yearly,0 0 1 1 \\*,verify,.*,0\\R");
  }

  @Test
  void aLineMayAskForAnotherLanguageAndWorkspace() throws IOException {
    schedule("verify --lang zh --workspace=" + city);
    missSomeTimes();

    assertThat(run("--once")).isEqualTo(ExitCode.DONE);

    assertThat(err.toString()).contains("签发档案完好：共 0 次签发");
  }

  @Test
  void aLineThatCannotBeReadIsNamedAtTheStart() throws IOException {
    schedule("report --langue en");

    assertThat(run("--list")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("schedule.yearly is wrong", "--langue");
  }

  private void schedule(String command) throws IOException {
    Path settings = city.resolve("planpulse.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("schedule: {}", "schedule: {yearly: '" + NEW_YEAR + command + "'}"));
  }

  private void missSomeTimes() throws IOException {
    Files.writeString(city.resolve("schedule.tsv"), "2020-06-01T00:00:00Z\tyearly\tKNOWN\t\n");
  }

  /** With the messages of this command alone. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console =
        new Console(new PrintWriter(out, true), new PrintWriter(err, true), Language.EN, 120);
    return PlanPulse.commandLine(console)
        .execute(
            Stream.concat(
                    Stream.of("schedule", "--workspace", city.toString()), Stream.of(arguments))
                .toArray(String[]::new));
  }
}
