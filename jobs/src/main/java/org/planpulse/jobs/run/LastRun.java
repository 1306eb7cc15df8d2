package org.planpulse.jobs.run;

import java.util.Map;
import java.util.Optional;

/**
 * The last finished run of a job, by the same program, catalogue and settings, while its tables and
 * files are as it left them: from there a job may go on with what changed since.
 *
 * @param inputs tables and their versions, and what the job named itself
 */
public record LastRun(Map<String, String> inputs) {

  /** The version of a table it read; empty when it read none. */
  public Optional<Long> version(String table) {
    return Optional.ofNullable(inputs.get(table))
        .filter(version -> !version.equals(Fingerprints.NO_VERSION))
        .map(Long::valueOf);
  }
}
