package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planpulse.jobs.publish.DepartmentNotes;
import org.planpulse.jobs.publish.ReturnNotes;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what each department is asked to mend, as of the last run. */
@Command(name = "returns")
final class ReturnsCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RunDateOption runDate;

  @Option(names = "--department", paramLabel = "KEY", descriptionKey = "department")
  private String department;

  ReturnsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    if (department != null && !project.schemas().departments().containsKey(department)) {
      throw new OperatorError(
          "没有部门 " + department + "。部门编号：" + departments(project) + "。",
          "There is no department " + department + ". Departments: " + departments(project) + ".");
    }
    List<DepartmentNotes> notes;
    try (QuerySession session =
        project.query("ops.data_issue", "ops.quarantine", "bronze.feature", "bronze.source_file")) {
      notes =
          new ReturnNotes(
                  project.workspace(),
                  project.schemas(),
                  console.language(),
                  runDate.orToday(),
                  session)
              .write(Optional.ofNullable(department));
    }
    return tell(notes);
  }

  /** Files are data; what came of them, and what did not, are messages. */
  int tell(List<DepartmentNotes> notes) {
    if (notes.isEmpty()) {
      console.tell("没有需要退回的问题。", "Nothing needs to be returned.");
    }
    for (DepartmentNotes note : notes) {
      console.tell(
          "%s：错误 %d，疑问 %d",
          "%s: errors %d, doubts %d", note.department(), note.errors(), note.warnings());
      note.files().forEach(file -> console.print(file.toString()));
      note.failure()
          .ifPresent(failure -> console.err().println(failure.message(console.language())));
    }
    return notes.stream().allMatch(note -> note.failure().isEmpty())
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  private static String departments(Project project) {
    return String.join(" ", project.schemas().departments().keySet());
  }
}
