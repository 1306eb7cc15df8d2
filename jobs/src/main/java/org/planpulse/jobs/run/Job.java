package org.planpulse.jobs.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One unit of work that reads tables (or landing files) and writes tables (or reports). Everything
 * they need comes with the {@link RunContext}; a job may remember for {@link #run} what it saw in
 * {@link #inputs}. Their order follows from the tables they name in {@link #describe()}.
 */
public interface Job {

  /** Name, and the tables read and written. */
  JobDescription describe();

  /**
   * What the result depends on besides the tables read: hashes of landing files, of the catalogue,
   * of settings. Together with the versions of the tables read it decides whether the job can be
   * skipped.
   */
  default Map<String, String> inputs(RunContext run) {
    return Map.of();
  }

  /**
   * Files the job writes beside its tables. A file that was changed or removed since is written
   * again by the next run.
   */
  default List<Path> files(RunContext run) {
    return List.of();
  }

  /** Adds issues about what the job would meet. All jobs are asked before any job works. */
  default void checkInputs(RunContext run, IssueStore issues) {}

  /** Numbered steps with sizes, in the run's language; {@code --dry-run} prints them and stops. */
  JobPlan plan(RunContext run);

  /**
   * Does the work. Issues found on the way go to {@code issues}; they replace those of the job's
   * last run.
   */
  JobResult run(RunContext run, IssueStore issues);
}
