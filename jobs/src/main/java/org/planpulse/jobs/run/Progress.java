package org.planpulse.jobs.run;

/** Told how a run goes on. */
public interface Progress {

  /** A job begins; {@code number} counts from 1. */
  void started(int number, int total, JobDescription job);

  /** The job is done, skipped or has failed. */
  void finished(int number, int total, JobOutcome outcome);
}
