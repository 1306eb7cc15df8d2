package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.run.Issue;
import org.planpulse.schemas.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with the landing files before anything runs. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

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
    List<Issue> issues =
        new PipelineRun(console, project, runDate.orToday(), Optional.empty()).check();
    if (issues.isEmpty()) {
      console.tell("未发现问题。", "Nothing is wrong.");
      return ExitCode.DONE;
    }
    format.print(
        console,
        Listing.of(
            List.of("severity", "department", "file", "place", "message", "remedy"),
            issues.stream().map(issue -> row(project, issue)).toList()));
    boolean closed = issues.stream().anyMatch(issue -> issue.kind().severity().equals("error"));
    return closed ? ExitCode.GATE_CLOSED : ExitCode.DONE;
  }

  private List<Object> row(Project project, Issue issue) {
    Language language = console.language();
    String department =
        project.schemas().departments().containsKey(issue.department())
            ? project.schemas().departments().get(issue.department()).name().in(language)
            : "";
    return List.of(
        issue.kind().severity(),
        department,
        issue.file(),
        issue.place(),
        issue.message(language),
        issue.remedy(language));
  }
}
