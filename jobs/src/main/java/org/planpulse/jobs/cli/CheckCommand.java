package org.planpulse.jobs.cli;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.run.TerminalProgress;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.schemas.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with the landing files before anything is loaded. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RunDateOption runDate;
  @Mixin private FormatOption format;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    RunReport report =
        new LandingCheck(
                project.workspace(),
                project.schemas(),
                aside -> new DeltaWarehouse(aside, project.schemas()),
                TerminalProgress.onStandardError(console.language()),
                Clock.systemUTC())
            .run(runDate.orToday());
    if (common.verbose()) {
      report.failure().ifPresent(failure -> failure.printStackTrace(console.err()));
    }
    if (report.succeeded()) {
      return tell(project, report.found());
    }
    if (!report.found().isEmpty()) {
      tell(project, report.found());
    }
    return ExitCode.FAILED;
  }

  /** Prints issues file by file, the gravest first. */
  private int tell(Project project, List<Issue> issues) {
    if (issues.isEmpty()) {
      console.tell("未发现问题。", "Nothing is wrong.");
      return ExitCode.DONE;
    }
    List<Issue> sorted =
        issues.stream()
            .distinct()
            .sorted(
                Comparator.comparing(Issue::file)
                    .thenComparing(issue -> SEVERITIES.indexOf(severity(issue)))
                    .thenComparing(Issue::place))
            .toList();
    format.print(
        console,
        Listing.of(
            List.of("file", "severity", "count", "place", "message", "remedy", "department"),
            List.of("count"),
            sorted.stream().map(issue -> row(project, issue)).toList()));
    console.tell(
        "错误 %d，警告 %d，提示 %d。",
        "%d errors, %d warnings, %d notes.",
        SEVERITIES.stream().map(severity -> count(sorted, severity)).toArray());
    return count(sorted, "error") > 0 ? ExitCode.GATE_CLOSED : ExitCode.DONE;
  }

  private static long count(List<Issue> issues, String severity) {
    return issues.stream().filter(issue -> severity(issue).equals(severity)).count();
  }

  private static String severity(Issue issue) {
    return issue.kind().severity();
  }

  /** An issue of many rows shows one of them as its place. */
  private List<Object> row(Project project, Issue issue) {
    Language language = console.language();
    String department =
        project.schemas().departments().containsKey(issue.department())
            ? project.schemas().departments().get(issue.department()).name().in(language)
            : "";
    return List.of(
        issue.file(),
        severity(issue),
        Double.valueOf(issue.values().getOrDefault("count", "1")),
        issue.place(),
        issue.message(language),
        issue.remedy(language),
        department);
  }
}
