package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.indicators.WarningHandling.State;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

class WarningHandlingTest {

  private static final String ENTRY =
      "- {warning: T-01-2025, state: handled, date: 2026-10-01, done: 已核查, by: 李四}\n";

  private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

  @TempDir Path folder;

  @Test
  void nobodyHasWrittenAnything() {
    assertThat(read().latest("T-01-2025")).isEmpty();
    assertThat(WarningHandling.inputs(new Workspace(folder, null), YEAR_END)).isEmpty();
  }

  @Test
  void theStepOfTheLatestDayCountsAndOfOneDayTheOneWrittenLater() throws IOException {
    write("a.yaml", ENTRY.replace("handled", "closed").replace("10-01", "12-01") + ENTRY);
    assertThat(read().latest("T-01-2025").orElseThrow().state()).isEqualTo(State.CLOSED);
    write("a.yaml", ENTRY + ENTRY.replace("handled", "closed"));
    assertThat(read().latest("T-01-2025").orElseThrow().state()).isEqualTo(State.CLOSED);
    assertThat(read().latest("T-03-2025")).isEmpty();
  }

  @Test
  void whatIsDoneAfterTheDayIsNotKnownOnIt() throws IOException {
    write("a.yaml", ENTRY + ENTRY.replace("handled", "closed").replace("10-01", "12-01"));
    Workspace workspace = new Workspace(folder, null);
    LocalDate firstStep = LocalDate.of(2026, 10, 1);
    LocalDate secondStep = LocalDate.of(2026, 12, 1);

    assertThat(readOn(firstStep.minusDays(1)).latest("T-01-2025")).isEmpty();
    assertThat(readOn(firstStep).latest("T-01-2025").orElseThrow().state())
        .isEqualTo(State.HANDLED);
    assertThat(readOn(secondStep.minusDays(1)).latest("T-01-2025").orElseThrow().state())
        .isEqualTo(State.HANDLED);
    assertThat(WarningHandling.inputs(workspace, secondStep))
        .as("the day of a step is a day of other results")
        .isNotEqualTo(WarningHandling.inputs(workspace, secondStep.minusDays(1)));
  }

  @Test
  void aStepOnADayToComeIsToldAsItMayBeASlip() throws IOException {
    write("a.yaml", ENTRY + ENTRY.replace("2026-10-01", "2027-10-01"));
    IssueStore issues = new IssueStore(Schemas.load(SchemaFiles.packaged()).issueKinds());

    read().tellToCome(issues);

    assertThat(issues.issues())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind().code()).isEqualTo("WARNING_PENDING");
              assertThat(note.kind().severity()).isEqualTo("info");
              assertThat(note.file() + note.place()).isEqualTo("handling/a.yaml#2");
              assertThat(note.message(Language.ZH)).contains("李四", "T-01-2025", "2027-10-01");
            });
  }

  @Test
  void everyFileOfTheFolderIsReadAndAnInput() throws IOException {
    write("a.yaml", ENTRY);
    write("b.yaml", ENTRY.replace("T-01", "T-03"));
    write("notes.txt", "not ours");
    assertThat(read().latest("T-03-2025")).isPresent();
    assertThat(WarningHandling.inputs(new Workspace(folder, null), YEAR_END))
        .containsOnlyKeys("handling/a.yaml", "handling/b.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "handled, done",
    "2026-10-01, 1 Oct",
    "李四, ' '",
    "'by:', 'of:'",
    "T-01-2025, ''",
  })
  void aSlipOfThePenIsRefusedWithTheNameOfTheFolder(String written, String slip)
      throws IOException {
    write("a.yaml", ENTRY.replace(written, slip));
    assertThatThrownBy(this::read)
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("handling/");
  }

  private WarningHandling read() {
    return readOn(YEAR_END);
  }

  private WarningHandling readOn(LocalDate day) {
    return WarningHandling.read(new Workspace(folder, null), day);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve("handling"));
    Files.writeString(folder.resolve("handling").resolve(file), text);
  }
}
