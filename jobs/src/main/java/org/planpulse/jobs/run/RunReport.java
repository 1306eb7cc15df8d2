package org.planpulse.jobs.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param issues open issues of all jobs by severity
 * @param found issues of the jobs that worked in this run
 * @param failure what stopped the run, for {@code --verbose}
 */
public record RunReport(
    String runId,
    List<JobOutcome> jobs,
    Map<String, Long> issues,
    List<Issue> found,
    double seconds,
    Optional<Throwable> failure) {

  public boolean succeeded() {
    return failure.isEmpty();
  }
}
