package org.planpulse.jobs.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.issued.ReportName;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.publish.Written;
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
    new DraftComparison(
            (name, folder) ->
                write(
                    name, new Project(project.workspace().withReports(folder), project.schemas())))
        .requireSame(drafts);
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
  private Written write(ReportName name, Project aside) {
    ReportType type =
        Optional.ofNullable(project.schemas().reportTypes().get(name.type()))
            .orElseThrow(() -> unknown(name));
    Format format = format(name);
    if (name.asOf().isPresent()) {
      return new EarlierReport(
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
    }
    return new PipelineRun(console, aside, runDate, Optional.of(name.year()))
        .writeReports(type, format, new Edition(name.language(), Optional.empty(), name.since()));
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
}
