package org.planpulse.jobs.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planpulse.jobs.run.LineJournal;
import org.planpulse.jobs.run.OperatorError;

/**
 * What the schedule has done, {@code schedule.tsv} in the workspace: time, name of the line, event,
 * exit code.
 */
final class ScheduleJournal implements AutoCloseable {

  static final String FILE = "schedule.tsv";

  private final LineJournal journal;

  private ScheduleJournal(LineJournal journal) {
    this.journal = journal;
  }

  /**
   * @throws OperatorError when another process runs the schedule
   */
  static ScheduleJournal open(Path workspace) {
    return LineJournal.open(workspace.resolve(FILE))
        .map(ScheduleJournal::new)
        .orElseThrow(
            () ->
                new OperatorError(
                    "另一进程正在按计划运行，本次未运行。",
                    "Another process is running the schedule, so nothing was run."));
  }

  static List<ScheduleEvent> events(Path workspace) {
    return events(LineJournal.read(workspace.resolve(FILE)));
  }

  List<ScheduleEvent> events() {
    return events(journal.lines());
  }

  void add(ScheduleEvent event) {
    journal.add(
        List.of(
            event.at().toString(),
            event.line(),
            event.kind().name(),
            event.exitCode().map(String::valueOf).orElse("")));
  }

  @Override
  public void close() {
    journal.close();
  }

  private static List<ScheduleEvent> events(List<List<String>> lines) {
    return lines.stream()
        .map(
            line ->
                new ScheduleEvent(
                    Instant.parse(line.get(0)),
                    line.get(1),
                    ScheduleEvent.Kind.valueOf(line.get(2)),
                    Optional.of(line.get(3)).filter(code -> !code.isEmpty()).map(Integer::valueOf)))
        .toList();
  }
}
