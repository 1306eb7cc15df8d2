package org.planpulse.jobs.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;

class ArchiveTest {

  /** {@code printf abc | sha256sum}, the first example of FIPS 180-2. */
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private IssuedFixture city;
  private Archive archive;

  @BeforeEach
  void makeWorkspace() {
    city = new IssuedFixture(folder);
    archive = city.archive();
  }

  @Test
  void anIssueHoldsTheFileItsDigestAndTheFilesItRestsOn() throws IOException {
    Files.writeString(city.workspace().landing().resolve("yearbook.csv"), "abc");
    Path handling = Files.createDirectories(city.workspace().handling());
    Files.writeString(handling.resolve("2025.yaml"), "[]");

    Manifest issue = city.issueNew("annual-2025.pdf", "abc");

    assertThat(issue.number()).isEqualTo("2025-001");
    assertThat(issue.files())
        .containsExactly(
            new Manifest.IssuedFile("annual-2025.pdf", "annual", "zh", 3, SHA256_OF_ABC));
    assertThat(issue.sources()).containsExactly(new FileDigest("yearbook.csv", 3, SHA256_OF_ABC));
    assertThat(issue.inputs())
        .extracting(FileDigest::path)
        .contains("planpulse.yaml", "corrections/corrections.yaml", "handling/2025.yaml");
    assertThat(archive.folder(issue).resolve("annual-2025.pdf")).hasContent("abc");
    assertThat(archive.issues()).containsExactly(issue);
    assertThat(archive.faults()).isEmpty();
  }

  @Test
  void nothingInAnIssueCanBeWrittenOver() throws IOException {
    Manifest issue = city.issueNew("annual-2025.pdf", "abc");

    try (Stream<Path> tree = Files.walk(archive.folder(issue))) {
      assertThat(tree)
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path).toString())
                      .doesNotContain("WRITE"));
    }
  }

  @Test
  void theSameBytesAreHeldAndOtherBytesGetANewNumber() throws IOException {
    city.issueNew("annual-2025.pdf", "first");
    Draft unchanged = Draft.of(city.workspace().reports().resolve("annual-2025.pdf"));
    assertThat(archive.holding(List.of(unchanged)))
        .extracting(Manifest::number)
        .containsExactly("2025-001");

    Draft changed = Draft.of(city.report("annual-2025.pdf", "second"));
    assertThat(archive.holding(List.of(changed))).isEmpty();
    Manifest revision = city.issue("annual-2025.pdf");

    assertThat(revision.number()).isEqualTo("2025-002");
    assertThat(revision.replaces()).containsExactly("2025-001");
    assertThat(archive.holding(List.of(unchanged))).as("no longer in force").isEmpty();
    assertThat(city.issueNew("annual-2024.pdf", "x").number()).isEqualTo("2024-001");
    assertThat(archive.faults()).isEmpty();
  }

  @Test
  void aReportIssuedAgainUnchangedReplacesNothingUntilBothAreRevised() throws IOException {
    Manifest first = city.issueNew("annual-2025.pdf", "annual");
    city.report("brief-2025.pdf", "brief");

    Manifest both = city.issue("annual-2025.pdf", "brief-2025.pdf");

    assertThat(both.replaces()).isEmpty();
    assertThat(archive.replacing(first)).isEmpty();

    Manifest revision = city.issueNew("annual-2025.pdf", "annual, revised");

    assertThat(revision.replaces()).containsExactly("2025-001", "2025-002");
    assertThat(archive.replacing(first)).containsExactly(revision);
  }

  @Test
  void draftsThatWereIssuedApartAreHeldByEachOfTheirIssues() throws IOException {
    city.issueNew("annual-2025.pdf", "annual");
    city.issueNew("brief-2025.pdf", "brief");
    List<Draft> drafts =
        Stream.of("annual-2025.pdf", "brief-2025.pdf")
            .map(name -> Draft.of(city.workspace().reports().resolve(name)))
            .toList();

    assertThat(archive.holding(drafts))
        .extracting(Manifest::number)
        .containsExactly("2025-001", "2025-002");
  }

  @Test
  void aCopyAnywhereUnderAnyNameIsToldFromItsBytes() throws IOException {
    city.issueNew("annual-2025.pdf", "first");
    city.issueNew("annual-2025.pdf", "second");

    Verification old = verify("received.bin", "first");
    assertThat(old.issued()).isTrue();
    assertThat(old.issue()).map(Manifest::number).contains("2025-001");
    assertThat(old.replacedBy()).map(Manifest::number).contains("2025-002");
    assertThat(verify("received.bin", "second").replacedBy()).isEmpty();

    Verification forged = verify("annual-2025.pdf", "third");
    assertThat(forged.issued()).isFalse();
    assertThat(forged.issue()).map(Manifest::number).contains("2025-002");

    assertThat(verify("other.pdf", "third").issue()).isEmpty();
  }

  @Test
  void everyChangeToTheArchiveIsFound() throws IOException {
    Manifest first = city.issueNew("annual-2025.pdf", "first");
    Manifest second = city.issueNew("annual-2025.pdf", "second");
    Path report = archive.folder(first).resolve("annual-2025.pdf");
    Path settings = archive.folder(first).resolve("inputs/planpulse.yaml");

    overwrite(report, "forged");
    assertThat(faults()).containsExactly("2025-001 annual-2025.pdf was changed");
    overwrite(report, "first");
    assertThat(faults()).isEmpty();

    String text = Files.readString(settings);
    delete(settings);
    assertThat(faults()).containsExactly("2025-001 inputs/planpulse.yaml is gone");
    overwrite(settings, text);

    overwrite(archive.folder(first).resolve("more.pdf"), "x");
    assertThat(faults()).containsExactly("2025-001 more.pdf does not belong to the issue");
    delete(archive.folder(first).resolve("more.pdf"));

    Path manifest = archive.manifestFile(first);
    overwrite(manifest, Files.readString(manifest).replace("checker", "nobody"));
    assertThat(faults())
        .containsExactly(
            "2025-001 manifest.json is not the registered one",
            "2025-002 manifest.json does not follow from the issue before");
    overwrite(manifest, Files.readString(manifest).replace("nobody", "checker"));
    assertThat(faults()).isEmpty();

    delete(archive.manifestFile(second));
    assertThat(faults()).containsExactly("2025-002 manifest.json is gone");
  }

  @Test
  void anIssueThatWasKilledBeforeItsLineInTheRegisterIsRegisteredByTheNext() throws IOException {
    city.issueNew("annual-2025.pdf", "first");
    Path register = city.workspace().issued().resolve("register.csv");
    String whole = Files.readString(register);
    Files.writeString(register, whole.lines().findFirst().orElseThrow() + "\n");
    Files.createDirectories(city.workspace().issued().resolve(".unfinished/inputs"));
    assertThat(faults())
        .containsExactly("2025-001 register.csv lacks this number (the next issue adds it)");

    city.issueNew("annual-2025.pdf", "second");

    assertThat(faults()).isEmpty();
    assertThat(Files.readString(register)).startsWith(whole).hasLineCount(3);
  }

  @Test
  void aNumberWhoseFolderIsLostIsNotGivenAgain() throws IOException {
    city.issueNew("annual-2025.pdf", "first");
    Manifest lost = city.issueNew("annual-2025.pdf", "second");
    Path elsewhere = folder.resolve("lost");
    assertThat(archive.folder(lost).toFile().setWritable(true)).isTrue();
    Files.move(archive.folder(lost), elsewhere);
    city.report("annual-2025.pdf", "third");

    assertThatThrownBy(() -> city.issue("annual-2025.pdf"))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("The archive is not whole (2025-002/manifest.json)");
    assertThat(archive.issues()).hasSize(1);

    Files.move(elsewhere, archive.folder(lost));
    assertThat(city.issue("annual-2025.pdf").number()).isEqualTo("2025-003");
    assertThat(faults()).isEmpty();
  }

  @Test
  void aFolderThatLostItsManifestAndItsLineIsAFaultStill() throws IOException {
    Files.createDirectories(city.workspace().issued().resolve("2025-007"));

    assertThat(faults()).containsExactly("2025-007 manifest.json is gone");
  }

  @Test
  void aDraftWrittenOverAfterItWasCheckedIsNotIssued() throws IOException {
    city.report("annual-2025.pdf", "checked");
    NewIssue issue = city.newIssue(Instant.parse("2026-11-22T02:00:00Z"), "annual-2025.pdf");
    city.report("annual-2025.pdf", "written since");

    assertThatThrownBy(() -> archive.add(issue))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("was written over after it was checked");
    assertThat(archive.issues()).isEmpty();
    assertThat(city.issue("annual-2025.pdf").number()).isEqualTo("2025-001");
  }

  @Test
  void aClockThatWentBackIssuesNothing() throws IOException {
    Manifest issue = city.issueNew("annual-2025.pdf", "first");
    city.report("annual-2025.pdf", "second");

    assertThatThrownBy(
            () -> archive.add(city.newIssue(issue.instant().minusSeconds(1), "annual-2025.pdf")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("clock");
    assertThat(archive.issues()).containsExactly(issue);
  }

  private Verification verify(String name, String content) throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    return Verification.of(
        Files.writeString(elsewhere.resolve(name), content, StandardCharsets.UTF_8), archive);
  }

  private List<String> faults() {
    return archive.faults().stream()
        .map(fault -> fault.number() + " " + fault.file() + " " + fault.what().en())
        .toList();
  }

  private static void overwrite(Path file, String text) throws IOException {
    makeWritable(file);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void delete(Path file) throws IOException {
    makeWritable(file);
    Files.delete(file);
  }

  /** As whoever owns the files can. */
  private static void makeWritable(Path file) {
    assertThat(file.getParent().toFile().setWritable(true)).isTrue();
    if (Files.exists(file)) {
      assertThat(file.toFile().setWritable(true)).isTrue();
    }
  }
}
