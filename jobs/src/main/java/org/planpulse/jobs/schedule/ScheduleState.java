package org.planpulse.jobs.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a line of the schedule stands.
 *
 * @param since start of its last run that ended, or when it was first seen: times after it are open
 * @param lastRun start of its last run
 * @param lastExit exit code of its last run; empty when it was cut off
 */
public record ScheduleState(
    ScheduleLine line,
    Optional<Instant> since,
    Optional<Instant> lastRun,
    Optional<Integer> lastExit) {

  static ScheduleState of(ScheduleLine line, List<ScheduleEvent> events) {
    Optional<Instant> since = Optional.empty();
    Optional<Instant> lastRun = Optional.empty();
    Optional<Integer> lastExit = Optional.empty();
    for (ScheduleEvent event : events) {
      if (!event.line().equals(line.name())) {
        continue;
      }
      switch (event.kind()) {
        case KNOWN -> since = Optional.of(event.at());
        case STARTED -> {
          lastRun = Optional.of(event.at());
          lastExit = Optional.empty();
        }
        case ENDED -> {
          since = lastRun;
          lastExit = event.exitCode();
        }
        case STOPPED -> lastExit = Optional.empty();
      }
    }
    return new ScheduleState(line, since, lastRun, lastExit);
  }

  /** When it is due: in the past, when a time was missed. */
  public Instant due(Instant now) {
    return line.after(since.orElse(now)).orElse(Instant.MAX);
  }
}
