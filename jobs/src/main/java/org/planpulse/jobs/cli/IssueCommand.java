package org.planpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.planpulse.jobs.issued.Archive;
import org.planpulse.jobs.issued.Draft;
import org.planpulse.jobs.issued.FrozenInputs;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.issued.NewIssue;
import org.planpulse.jobs.issued.ReportName;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.ProgramHash;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.warehouse.WriterLock;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Issues reports, or lists which are drafts and which are issued. */
@Command(name = "issue")
final class IssueCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RunDateOption runDate;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "file")
  private List<Path> files = List.of();

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "issue-year")
  private Integer year;

  @Option(
      names = "--checked-by",
      paramLabel = "NAME",
      defaultValue = "",
      descriptionKey = "checked-by")
  private String checkedBy;

  @Option(names = "--despite", paramLabel = "REASON", defaultValue = "", descriptionKey = "despite")
  private String despite;

  @Option(names = "--dry-run", descriptionKey = "dry-run-issue")
  private boolean dryRun;

  IssueCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Workspace workspace = WorkspaceFile.read(common.workspace());
    Archive archive = new Archive(workspace.issued());
    if (files.isEmpty() && year == null) {
      format.print(console, new IssueBoard(workspace, archive).states());
      return ExitCode.DONE;
    }
    List<Draft> drafts = drafts(workspace);
    List<Manifest> held = archive.holding(drafts);
    if (!held.isEmpty()) {
      if (archive.isUnfinished() && !dryRun) {
        finish(workspace, archive);
      }
      held.forEach(this::tellHeld);
      return ExitCode.DONE;
    }
    Project project = Project.open(common.workspace());
    project.query("ops.job_run", "ops.data_issue", "bronze.source_file").close();
    try (WriterLock lock = WriterLock.acquire(project.layout(), Clock.systemUTC())) {
      return checkAndIssue(project, archive, drafts);
    }
  }

  private void finish(Workspace workspace, Archive archive) {
    WarehouseLayout layout = new WarehouseLayout(workspace.warehouse());
    try (WriterLock lock = WriterLock.acquire(layout, Clock.systemUTC())) {
      archive.finish();
    }
    console.tell(
        "此前的签发在登记入册之前中断，现已补记。",
        "An issue was cut off before it was registered; it is in the register now.");
  }

  private void tellHeld(Manifest issue) {
    console.tell(
        "内容未变，已于 %s 签发，号 %s；未再签发。",
        "The same bytes were issued on %s as %s; they were not issued again.",
        RunDateOption.dayOf(issue.instant()),
        issue.number());
  }

  private int checkAndIssue(Project project, Archive archive, List<Draft> drafts) {
    archive.requireWhole();
    DraftCheck check = new DraftCheck(console, project, runDate.orToday());
    check.requireCurrentTables();
    QueryResult errors = check.openErrors();
    if (!errors.rows().isEmpty() && despite.isBlank()) {
      format.print(console, errors);
      console.tell(
          "数据中有 %d 个未解决的错误，未签发。请先处理（planpulse returns）；确需签发的，用 --despite 写明理由。",
          "The data have %d open errors, so nothing was issued. Have them mended (planpulse returns),"
              + " or give the reason to issue all the same with --despite.",
          errors.rows().size());
      return ExitCode.GATE_CLOSED;
    }
    check.requireAsWritten(drafts);
    if (dryRun) {
      console.tell("检查通过，可以签发。", "All checks passed: ready to be issued.");
      return ExitCode.DONE;
    }
    Manifest issue =
        archive.add(
            new NewIssue(
                drafts,
                grounds(project, errors.rows().size()),
                new FrozenInputs(project.workspace(), project.layout()),
                Clock.systemUTC().instant(),
                System.getProperty("user.name"),
                checkedBy));
    console.print(archive.folder(issue).toString());
    issue.files().forEach(file -> console.tell("%s  %s", "%s  %s", file.sha256(), file.name()));
    return ExitCode.DONE;
  }

  private List<Draft> drafts(Workspace workspace) {
    List<Draft> drafts =
        Stream.concat(
                files.stream().map(file -> place(workspace, file)),
                year == null ? Stream.of() : reportsOf(workspace, year))
            .distinct()
            .map(Draft::of)
            .toList();
    if (drafts.isEmpty()) {
      throw new OperatorError(
          workspace.reports() + " 中没有 " + year + " 年的报告，未签发。",
          "There is no report of " + year + " in " + workspace.reports() + "; nothing was issued.");
    }
    if (drafts.stream().map(draft -> draft.name().year()).distinct().count() > 1) {
      throw new OperatorError(
          "一次签发的报告须属同一年度；请逐年签发。",
          "Reports issued together must be of one year; issue year by year.");
    }
    return drafts;
  }

  /** A bare name is looked for among the reports too. */
  private static Path place(Workspace workspace, Path file) {
    Path report = workspace.reports().resolve(file);
    return (Files.exists(file) || !Files.exists(report) ? file : report)
        .toAbsolutePath()
        .normalize();
  }

  private static Stream<Path> reportsOf(Workspace workspace, int year) {
    return IssueBoard.reports(workspace).stream()
        .filter(file -> ReportName.of(file).orElseThrow().year() == year);
  }

  private Manifest.Grounds grounds(Project project, long openErrors) {
    try (QuerySession session = project.query("ops.job_run", "bronze.source_file")) {
      return new Manifest.Grounds(
          project.workspace().settings().city(),
          project.workspace().settings().plan(),
          only(session, "SELECT max(received_on) FROM bronze.source_file"),
          only(
              session,
              "SELECT run_id FROM ops.job_run WHERE status = 'done' ORDER BY started_at DESC LIMIT 1"),
          ProgramHash.compute(),
          project.layout().versions(),
          openErrors,
          openErrors == 0 ? "" : despite);
    }
  }

  private static String only(QuerySession session, String sql) {
    return Objects.toString(session.query(sql).rows().get(0).get(0), "");
  }
}
