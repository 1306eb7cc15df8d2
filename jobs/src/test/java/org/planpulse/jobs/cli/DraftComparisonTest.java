package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.OperatorError;

class DraftComparisonTest {

  /** What the tables give: warnings on two targets. */
  private static final List<String> WARNINGS =
      List.of("warning-2025-T-01.pdf", "warning-2025-T-02.pdf");

  @TempDir Path reports;

  private final List<Path> folders = new ArrayList<>();

  @Test
  void whatIsWrittenAlikeIsAcceptedAndATypeIsWrittenOnce() throws IOException {
    requireSame(
        List.of(),
        draft(WARNINGS.get(0), WARNINGS.get(0)),
        draft(WARNINGS.get(1), WARNINGS.get(1)));

    assertThat(folders).hasSize(1);
    assertThat(folders.get(0)).doesNotExist();
  }

  @Test
  void anEditedDraftIsToBeWrittenAgain() {
    assertThatThrownBy(() -> requireSame(List.of(), draft(WARNINGS.get(0), "edited")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("write it again with planpulse report");
  }

  @Test
  void aDraftThatTheTablesNoLongerGiveIsToBeDeleted() {
    assertThatThrownBy(() -> requireSame(List.of(), draft("warning-2025-T-09.pdf", "old")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("The tables give no report")
        .hasMessageEndingWith("Delete the file.");
  }

  @Test
  void aDraftThatCannotBeWrittenAgainIsToldWithTheReason() {
    OperatorError glyph = new OperatorError("字体没有此字。", "The font has no such character.");

    assertThatThrownBy(() -> requireSame(List.of(glyph), draft("warning-2025-T-09.pdf", "old")))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("could not be written again")
        .hasMessageContaining("The font has no such character.")
        .hasMessageNotContaining("edited");
  }

  private void requireSame(List<OperatorError> failures, Draft... drafts) {
    new DraftComparison(
            (name, folder) -> {
              folders.add(folder);
              WARNINGS.forEach(warning -> write(folder.resolve(warning), warning));
              return new Written(WARNINGS.stream().map(folder::resolve).toList(), failures);
            })
        .requireSame(List.of(drafts));
  }

  private Draft draft(String name, String content) {
    return Draft.of(write(reports.resolve(name), content));
  }

  private static Path write(Path file, String content) {
    try {
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
