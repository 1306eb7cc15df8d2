package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The letters that go with the lists of what departments are to mend. */
class ReturnNotesTest {

  /** In the private use area: no font of ours draws it. */
  private static final String RARE = "\uE000";

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  @TempDir Path folder;

  private Workspace workspace;

  @BeforeEach
  void makeWorkspace() {
    workspace =
        new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, true)
            .create(folder.resolve("city"));
  }

  @Test
  void aLetterThatCannotBeWrittenKeepsNobodyElsesBack() {
    List<String> departments = new ArrayList<>(SCHEMAS.departments().keySet()).subList(0, 2);

    List<DepartmentNotes> written =
        notes(issue(departments.get(0), "地名" + RARE), issue(departments.get(1), "单位不明"));

    assertThat(written)
        .extracting(DepartmentNotes::department)
        .containsExactlyElementsOf(
            departments.stream().map(key -> SCHEMAS.departments().get(key).name().zh()).toList());
    assertThat(written.get(0).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.message(Language.ZH)).contains("字体没有“" + RARE + "”字"));
    assertThat(endings(written.get(0))).containsExactly("xlsx");
    assertThat(written.get(1).failure()).isEmpty();
    assertThat(endings(written.get(1))).containsExactly("xlsx", "pdf");
    assertThat(written.get(1).files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void aFaultOfTheProgramKeepsNobodyElsesBack() {
    List<String> departments = new ArrayList<>(SCHEMAS.departments().keySet()).subList(0, 2);
    List<GoldRow> issues =
        departments.stream().map(department -> issue(department, "单位不明")).toList();
    Path older = write(sql -> places(sql, issues, "")).get(0).files().get(1);
    assertThat(older).hasExtension("pdf");

    List<DepartmentNotes> written = write(sql -> places(sql, issues, departments.get(0)));

    assertThat(written.get(0).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.message(Language.ZH)).contains("程序出错：no places"));
    assertThat(older).as("a letter of other lists").doesNotExist();
    assertThat(endings(written.get(1))).containsExactly("xlsx", "pdf");
  }

  @Test
  void aWorkbookThatCannotBeReplacedKeepsNobodyElsesBackAndLeavesNoDraft() throws IOException {
    List<String> departments = new ArrayList<>(SCHEMAS.departments().keySet()).subList(0, 2);
    List<GoldRow> issues =
        departments.stream().map(department -> issue(department, "单位不明")).toList();
    Path workbook = write(sql -> places(sql, issues, "")).get(0).files().get(0);
    Files.delete(workbook);
    Files.createDirectories(workbook.resolve("in the way"));

    List<DepartmentNotes> written = write(sql -> places(sql, issues, ""));

    assertThat(written.get(0).failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure.message(Language.ZH))
                    .contains("无法写文件", workbook.getFileName().toString()));
    assertThat(endings(written.get(1))).containsExactly("xlsx", "pdf");
    assertThat(workbook.getParent()).isDirectoryNotContaining("glob:**/.*");
  }

  /** The tables, of which the places of one department cannot be read. */
  private static List<GoldRow> places(String sql, List<GoldRow> issues, String unreadable) {
    if (!unreadable.isEmpty() && sql.contains("s.department = '" + unreadable + "'")) {
      throw new IllegalStateException("no places");
    }
    return sql.contains("ops.data_issue i") ? issues : List.of();
  }

  private List<DepartmentNotes> notes(GoldRow... issues) {
    return write(sql -> sql.contains("ops.data_issue i") ? List.of(issues) : List.of());
  }

  private List<DepartmentNotes> write(GoldReader tables) {
    return new ReturnNotes(workspace, SCHEMAS, Language.ZH, LocalDate.of(2026, 10, 31), tables)
        .write(Optional.empty());
  }

  private static GoldRow issue(String department, String message) {
    Map<String, Object> row =
        new HashMap<>(
            Map.of(
                "severity", "error",
                "code", "TEST",
                "department", department,
                "dataset", "A-01",
                "file", "表.xlsx",
                "place", "Sheet1!B2",
                "message", message,
                "remedy", "请更正",
                "first_seen", "2026-10-31"));
    row.put("raw", null);
    return new GoldRow(row);
  }

  private static List<String> endings(DepartmentNotes written) {
    return written.files().stream()
        .map(file -> file.toString().substring(file.toString().lastIndexOf('.') + 1))
        .toList();
  }
}
