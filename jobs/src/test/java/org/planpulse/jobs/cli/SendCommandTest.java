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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.jobs.issued.IssuedFixture;
import org.planpulse.schemas.Language;

/** What {@code send} refuses before it asks a mail server. */
class SendCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private IssuedFixture city;

  @BeforeEach
  void makeWorkspace() throws IOException {
    city = new IssuedFixture(folder);
    Files.writeString(
        root().resolve("recipients.csv"), "list,name,address\nleaders,,mayor@example.org\n");
  }

  @Test
  void withoutAMailServerNothingIsSent() {
    assertThat(run("send", "2025-001", "--to", "leaders")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("No mail server is set");
    assertThat(root().resolve("outbox")).doesNotExist();
  }

  @Test
  void anIssueThatWasReplacedIsSentOnlyWhenAskedFor() throws IOException {
    setMailServer();
    city.issueNew("annual-2025.pdf", "first");
    city.issueNew("annual-2025.pdf", "second");

    assertThat(run("send", "2025-001", "--to", "leaders")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("2025-001 was not sent: replaced by 2025-002");

    assertThat(run("send", "2025-001", "--to", "nobody", "--replaced")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nobody on the list 'nobody'");
  }

  @Test
  void aKeptMailOfAReplacedIssueIsHeldBackWhichIsNoFailure() throws IOException {
    setMailServer();
    city.issueNew("annual-2025.pdf", "first");
    city.issueNew("annual-2025.pdf", "second");
    Path mail = Files.createDirectories(root().resolve("outbox")).resolve("2025-001-x.eml");
    Files.writeString(mail, "X-PlanPulse-Issue: 2025-001\nTo: mayor@example.org\n\ntext\n");

    assertThat(run("send", "--outbox")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString()).contains("held back", "replaced by 2025-002");
    assertThat(err.toString())
        .contains("--replaced sends", "delete the files")
        .doesNotContain("tries them again");
    assertThat(mail).exists();
  }

  @Test
  void aKeptMailWhoseIssueTheArchiveLostIsAFailure() throws IOException {
    setMailServer();
    Path mail = Files.createDirectories(root().resolve("outbox")).resolve("2025-001-x.eml");
    Files.writeString(mail, "X-PlanPulse-Issue: 2025-001\nTo: mayor@example.org\n\ntext\n");

    assertThat(run("send", "--outbox")).isEqualTo(ExitCode.FAILED);

    assertThat(out.toString()).contains("no such issue");
    assertThat(err.toString()).contains("Restore issued/").doesNotContain("tries them again");
    assertThat(mail).exists();
  }

  @Test
  void anIssueThatWasTamperedWithIsNotSentAndOneThatTheRegisterLacksIs() throws IOException {
    setMailServer();
    Path issued = city.archive().folder(city.issueNew("annual-2025.pdf", "first"));
    Files.delete(city.workspace().issued().resolve("register.csv"));

    assertThat(run("send", "2025-001", "--to", "nobody")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("nobody on the list 'nobody'");

    Path report = issued.resolve("annual-2025.pdf");
    assertThat(report.toFile().setWritable(true)).isTrue();
    Files.writeString(report, "forged");
    assertThat(run("send", "2025-001", "--to", "nobody")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("2025-001 is not as it was issued (annual-2025.pdf)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-001",
        "--to leaders",
        "2025-001 --outbox",
        "--outbox --to leaders",
        "--outbox --again mayor@example.org",
      })
  void optionsThatDoNotGoTogetherAreWrongUsage(String arguments) {
    String[] words = ("send " + arguments).strip().split(" ");

    assertThat(run(words)).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("Give the number of an issue", "planpulse send --help");
  }

  @Test
  void againIsForRecipientsOnly() throws IOException {
    setMailServer();
    city.issueNew("annual-2025.pdf", "first");

    assertThat(run("send", "2025-001", "--to", "leaders", "--again", "other@example.org"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("--again other@example.org is none of the recipients");
  }

  private void setMailServer() throws IOException {
    Path settings = root().resolve("planpulse.yaml");
    String text = Files.readString(settings);
    Files.writeString(
        settings,
        text.replaceFirst("(?m)^( *)host: .*$", "$1host: localhost")
            .replaceFirst("(?m)^( *)from: .*$", "$1from: planner@example.org"));
  }

  private Path root() {
    return city.workspace().root();
  }

  /** With the messages of this command alone. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Console console =
        new Console(new PrintWriter(out, true), new PrintWriter(err, true), Language.EN, 120);
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--workspace", root().toString()))
            .toArray(String[]::new);
    return PlanPulse.commandLine(console).execute(all);
  }
}
