package org.planpulse.jobs.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a line of the schedule.
 *
 * @param line its name
 * @param exitCode of the command, when it has ended
 */
public record ScheduleEvent(Instant at, String line, Kind kind, Optional<Integer> exitCode) {

  /** What happened. */
  public enum Kind {
    /** The line was seen for the first time: nothing before is missed. */
    KNOWN,
    STARTED,
    /** The command has ended, well or not. */
    ENDED,
    /** The command was cut off because the schedule was told to stop; it is due again. */
    STOPPED
  }
}
