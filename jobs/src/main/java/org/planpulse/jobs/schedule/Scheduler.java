package org.planpulse.jobs.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the lines of a schedule when they are due, one at a time. A line that missed its times, once
 * or often, because nothing was running, or because another line was, runs once, as soon as it can.
 */
public final class Scheduler implements AutoCloseable {

  /** The machine may sleep, or its clock be set, while this waits. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final List<ScheduleLine> lines;
  private final ScheduleJournal journal;
  private final CommandRunner commands;
  private final Clock clock;

  private Scheduler(
      List<ScheduleLine> lines, ScheduleJournal journal, CommandRunner commands, Clock clock) {
    this.lines = lines;
    this.journal = journal;
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Takes the schedule of a workspace over; lines it does not know yet count from now.
   *
   * @param workspace its folder
   */
  public static Scheduler open(
      Path workspace, List<ScheduleLine> lines, CommandRunner commands, Clock clock) {
    Scheduler scheduler = new Scheduler(lines, ScheduleJournal.open(workspace), commands, clock);
    scheduler.states().stream()
        .filter(state -> state.since().isEmpty())
        .forEach(state -> scheduler.note(state.line(), ScheduleEvent.Kind.KNOWN, Optional.empty()));
    return scheduler;
  }

  /** Where the lines of a workspace stand, whoever runs them. */
  public static List<ScheduleState> states(Path workspace, List<ScheduleLine> lines) {
    List<ScheduleEvent> events = ScheduleJournal.events(workspace);
    return lines.stream().map(line -> ScheduleState.of(line, events)).toList();
  }

  /**
   * Runs each line that is due once, in the order of their times.
   *
   * @param stop begins no further line when it is at zero
   * @return whether all commands ended well
   */
  public boolean runDue(CountDownLatch stop) {
    Instant now = clock.instant();
    boolean well = true;
    List<ScheduleState> due =
        states().stream()
            .filter(state -> !state.due(now).isAfter(now))
            .sorted(Comparator.comparing(state -> state.due(now)))
            .toList();
    for (ScheduleState state : due) {
      if (stop.getCount() > 0) {
        well &= run(state.line(), stop) == 0;
      }
    }
    return well;
  }

  /** Runs lines when they are due until it is told to stop; a command at work is waited for. */
  public void runUntil(CountDownLatch stop) throws InterruptedException {
    while (stop.getCount() > 0) {
      runDue(stop);
      Duration wait = untilNext();
      if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  private int run(ScheduleLine line, CountDownLatch stop) {
    note(line, ScheduleEvent.Kind.STARTED, Optional.empty());
    int exitCode = commands.run(line.command());
    boolean cutOff = exitCode != 0 && stop.getCount() == 0;
    note(
        line,
        cutOff ? ScheduleEvent.Kind.STOPPED : ScheduleEvent.Kind.ENDED,
        Optional.of(exitCode));
    return exitCode;
  }

  private Duration untilNext() {
    Instant now = clock.instant();
    return states().stream()
        .map(state -> state.due(now))
        .min(Comparator.naturalOrder())
        .filter(next -> next.isBefore(now.plus(LONGEST_WAIT)))
        .map(next -> Duration.between(now, next))
        .orElse(LONGEST_WAIT);
  }

  private List<ScheduleState> states() {
    List<ScheduleEvent> events = journal.events();
    return lines.stream().map(line -> ScheduleState.of(line, events)).toList();
  }

  private void note(ScheduleLine line, ScheduleEvent.Kind kind, Optional<Integer> exitCode) {
    journal.add(new ScheduleEvent(clock.instant(), line.name(), kind, exitCode));
  }
}
