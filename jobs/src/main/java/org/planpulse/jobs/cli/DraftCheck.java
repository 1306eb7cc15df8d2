package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.issued.ReportName;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.reports.Format;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.report.ReportType;

/** What must hold before a draft may be issued. */
final class DraftCheck {

  private final Console console;
  private final Project project;
  private final LocalDate runDate;

  DraftCheck(Console console, Project project, LocalDate runDate) {
    this.console = console;
    this.project = project;
    this.runDate = runDate;
  }

  /**
   * The tables are what the files, the settings and the program give today.
   *
   * @throws OperatorError naming the jobs whose inputs have changed
   */
  void requireCurrentTables() {
    List<LocalText> stale =
        new PipelineRun(console, project, runDate, Optional.empty())
            .pending().stream()
                .filter(job -> job.writes().stream().anyMatch(table -> table.contains(".")))
                .map(JobDescription::title)
                .toList();
    if (!stale.isEmpty()) {
      throw new OperatorError(
          "上次运行之后输入已有变化（涉及：%s），未签发。请先运行 planpulse run，核对报告后再签发。"
              .formatted(stale.stream().map(LocalText::zh).collect(Collectors.joining("、"))),
          ("Inputs have changed since the last run (%s), so nothing was issued. Run planpulse run,"
                  + " look at the report, and issue it then.")
              .formatted(stale.stream().map(LocalText::en).collect(Collectors.joining(", "))));
    }
  }

  /**
   * Each draft is, byte for byte, what the program writes from the tables now.
   *
   * @throws OperatorError naming the first that is not
   */
  void requireAsWritten(List<Draft> drafts) {
    try {
      Path scratch = Files.createTempDirectory("planpulse-issue");
      try {
        Project aside = new Project(project.workspace().withReports(scratch), project.schemas());
        for (Draft draft : drafts) {
          Path again = aside.workspace().reports().resolve(draft.name().file());
          if (!Files.exists(again)) {
            write(draft.name(), aside);
          }
          if (!Files.exists(again) || !Draft.of(again).sha256().equals(draft.sha256())) {
            throw otherwise(draft);
          }
        }
      } finally {
        Folders.delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a temporary folder", e);
    }
  }

  /** Errors in the data that are open: rows or files that could not be used. */
  QueryResult openErrors() {
    String text = console.word("message_zh", "message_en") + " AS message";
    try (QuerySession session = project.query("ops.data_issue")) {
      return session.query(
          "SELECT department, dataset, file, place, "
              + text
              + " FROM ops.data_issue WHERE severity = 'error' ORDER BY ALL");
    }
  }

  /** Writes the reports of a name's type again, elsewhere; one of them has the name. */
  private void write(ReportName name, Project aside) {
    ReportType type =
        Optional.ofNullable(project.schemas().reportTypes().get(name.type()))
            .orElseThrow(() -> unknown(name));
    Format format = format(name);
    if (name.asOf().isPresent()) {
      new EarlierReport(
              aside.workspace(),
              aside.schemas(),
              scratch -> new DeltaWarehouse(scratch, aside.schemas()),
              TerminalProgress.onStandardError(console.language()),
              Clock.systemUTC())
          .write(
              type,
              format,
              name.asOf().get(),
              Optional.of(name.year()),
              name.language(),
              name.since());
    } else {
      new PipelineRun(console, aside, runDate, Optional.of(name.year()))
          .writeReports(type, format, new Edition(name.language(), Optional.empty(), name.since()));
    }
  }

  private static Format format(ReportName name) {
    return Stream.of(Format.values())
        .filter(format -> format.toString().equals(name.extension()))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static OperatorError unknown(ReportName name) {
    return new OperatorError(
        name.file() + " 不是所声明的报告类型，未签发。类型见 planpulse report --help。",
        name.file() + " is of no declared type of report, so nothing was issued.");
  }

  private static OperatorError otherwise(Draft draft) {
    return new OperatorError(
        draft.file() + " 与按现有数据表重新生成的内容不同（数据已变或文件被改动），未签发。请用 planpulse report 重新生成并核对。",
        draft.file()
            + " is not what the tables give now: they have changed, or the file was edited. Nothing"
            + " was issued; write it again with planpulse report and look at it.");
  }
}
