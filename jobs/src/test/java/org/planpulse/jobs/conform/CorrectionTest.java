package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaException;

class CorrectionTest {

  @TempDir Path folder;

  @Test
  void aReviewAfterTheLastDayIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> reviewed("2027-10-09"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "reviewed 2027-10-09 is after expires 2027-06-30, correct one of them: book.xlsx S!B7");
    assertThat(reviewed("2027-06-30").expiresOn()).isEqualTo("2027-06-30");
  }

  /** Not in the words of the reader of YAML. */
  @Test
  void aSlipInAFileIsToldInTheOperatorsLanguageWithFileAndLine() throws IOException {
    Files.createDirectories(folder.resolve("corrections"));
    Files.writeString(
        folder.resolve("corrections/c.yaml"),
        """
        - {dataset: D04-04, file: book.xlsx, place: S!B7, old: "1", new: "2", owner: 王五,
           reason: 笔误, reviewed: 2027-10-09, expires: 2027-06-30}
        """);

    assertThatThrownBy(() -> CorrectionFiles.read(new Workspace(folder, null)))
        .isInstanceOf(SchemaException.class)
        .hasMessageMatching("corrections/c.yaml, line \\d+: reviewed 2027-10-09 is after .*")
        .extracting(fault -> ((SchemaException) fault).message(Language.ZH))
        .asString()
        .matches("corrections/c.yaml 第 \\d+ 行：审核日期 reviewed 2027-10-09 晚于.*");
  }

  private static Correction reviewed(String day) {
    return new Correction(
        "D04-04", "book.xlsx", "S!B7", "", "1", "2", "Wang", "typing error", day, "2027-06-30");
  }
}
