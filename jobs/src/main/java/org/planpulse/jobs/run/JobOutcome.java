package org.planpulse.jobs.run;

import java.util.Map;
import org.planpulse.schemas.LocalText;

/**
 * What became of a job in a run.
 *
 * @param counts figures the job reported; empty unless it is done
 * @param message why it failed; null otherwise
 */
public record JobOutcome(
    String job,
    LocalText title,
    Status status,
    double seconds,
    Map<String, Long> counts,
    LocalText message) {

  /** {@code NOT_RUN}: an earlier job failed. */
  public enum Status {
    DONE,
    SKIPPED,
    FAILED,
    NOT_RUN
  }
}
