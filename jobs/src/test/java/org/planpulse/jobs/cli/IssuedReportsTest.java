package org.planpulse.jobs.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
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
import org.planpulse.jobs.issued.IssuedFixture;
import org.planpulse.schemas.Language;

/** What {@code issue} says and does about reports that were issued, without a table. */
class IssuedReportsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private IssuedFixture city;

  @BeforeEach
  void makeWorkspace() {
    city = new IssuedFixture(folder);
  }

  @Test
  void aReportIssuedAgainUnchangedIsNotReplaced() throws IOException {
    city.issueNew("annual-2025.pdf", "annual");
    city.issueNew("brief-2025.pdf", "brief");
    city.issue("annual-2025.pdf", "brief-2025.pdf");
    city.issueNew("brief-2025.pdf", "brief, revised");

    assertThat(run("issue", "--format", "csv")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString().lines())
        .map(line -> line.replaceFirst(",[^,]*$", ""))
        .containsExactly(
            "file,state,number",
            "annual-2025.pdf,issued,2025-001",
            "brief-2025.pdf,replaced,2025-002",
            "annual-2025.pdf,issued,2025-003",
            "brief-2025.pdf,replaced,2025-003",
            "brief-2025.pdf,issued,2025-004");
  }

  @Test
  void anIssueKilledBeforeItWasRegisteredIsFinishedByIssuingItOnceMore() throws IOException {
    Path issued = city.archive().folder(city.issueNew("annual-2025.pdf", "annual"));
    Path register = city.workspace().issued().resolve("register.csv");
    String whole = Files.readString(register);
    Files.delete(register);
    assertThat(issued.toFile().setWritable(true)).isTrue();

    assertThat(run("issue", "annual-2025.pdf", "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(register).doesNotExist();

    assertThat(run("issue", "annual-2025.pdf")).isEqualTo(ExitCode.DONE);

    assertThat(err.toString()).contains("it is in the register now", "The same bytes were issued");
    assertThat(register).hasContent(whole);
    assertThat(Files.getPosixFilePermissions(issued)).doesNotContain(OWNER_WRITE);
    assertThat(city.archive().faults()).isEmpty();
    assertThat(run("issue", "annual-2025.pdf")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).doesNotContain("register");
  }

  /** With the messages of this command alone. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console =
        new Console(new PrintWriter(out, true), new PrintWriter(err, true), Language.EN, 120);
    String root = city.workspace().root().toString();
    return PlanPulse.commandLine(console)
        .execute(
            Stream.concat(Stream.of(arguments), Stream.of("--workspace", root))
                .toArray(String[]::new));
  }
}
