package org.planpulse.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.JobOutcome.Status;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.warehouse.WriterLock;
import org.planpulse.schemas.LocalText;

/**
 * Runs jobs in the order their tables ask for, and skips those whose inputs have not changed since
 * they last finished. A run in which all are skipped writes nothing and starts no Spark. What jobs
 * found and did is saved after they finish, so a killed run is continued by the next.
 */
public final class JobRunner {

  /** Work worth a commit of its own, lest a killed run repeat it. */
  private static final double SAVE_AFTER_SECONDS = 30;

  private final List<Job> jobs;
  private final RunContext run;
  private final Progress progress;
  private final Clock clock;
  private final WarehouseLayout layout;
  private final Fingerprints fingerprints;

  /**
   * @param run its {@code runId} is set by the runner
   * @param clock for durations and {@code ops.job_run.started_at} only
   * @throws IllegalArgumentException when two jobs write one table, or jobs wait for each other
   */
  public JobRunner(List<Job> jobs, RunContext run, Progress progress, Clock clock) {
    this.jobs = JobOrder.of(jobs);
    this.fingerprints = new Fingerprints(run, this.jobs);
    this.run = run.withRunId(fingerprints.runId());
    this.progress = progress;
    this.clock = clock;
    this.layout = new WarehouseLayout(run.workspace().warehouse());
  }

  /** What {@link #run} would do, without doing it. */
  public List<PlannedJob> plan() {
    Set<Job> due = due();
    return jobs.stream()
        .map(job -> new PlannedJob(job.describe(), due.contains(job), job.plan(run).steps()))
        .toList();
  }

  /**
   * Jobs that {@link #run} would not skip; unlike {@link #plan}, asks none how much it would do.
   */
  public List<JobDescription> pending() {
    return due().stream().map(Job::describe).toList();
  }

  /** A job after one that would run would run too. */
  private Set<Job> due() {
    try (QuerySession query = QuerySession.open(layout)) {
      JobHistory history = JobHistory.read(layout, query);
      IssueTables issues = IssueTables.read(layout, query);
      Set<String> changing = new HashSet<>();
      Set<Job> due = new LinkedHashSet<>();
      for (Job job : jobs) {
        JobDescription description = job.describe();
        if (description.reads().stream().anyMatch(changing::contains)
            || !history.isUpToDate(
                description.name(), fingerprint(job, issues), fingerprints.outputs(job))) {
          changing.addAll(description.writes());
          due.add(job);
        }
      }
      return due;
    }
  }

  /**
   * Runs the jobs; stops at the first that fails.
   *
   * @throws OperatorError when another process writes to the warehouse
   */
  public RunReport run() {
    Instant started = clock.instant();
    try (WriterLock lock = WriterLock.acquire(layout, clock);
        QuerySession query = QuerySession.open(layout)) {
      return new Pass(JobHistory.read(layout, query), IssueTables.read(layout, query)).run(started);
    }
  }

  private Fingerprint fingerprint(Job job, IssueTables issues) {
    List<String> earlier =
        jobs.subList(0, jobs.indexOf(job)).stream().map(j -> j.describe().name()).toList();
    return fingerprints.of(job, JobOrder.readsIssues(job) ? issues.hash(earlier) : "");
  }

  private double secondsSince(Instant start) {
    return Duration.between(start, clock.instant()).toMillis() / 1000.0;
  }

  /** One pass over the jobs: what is known, found and done so far. */
  private final class Pass {

    private final JobHistory history;
    private final IssueTables issues;
    private final Map<Job, IssueStore> stores = new LinkedHashMap<>();
    private final RunJournal journal = new RunJournal();
    private final List<JobOutcome> outcomes = new ArrayList<>();
    private Throwable failure;

    Pass(JobHistory history, IssueTables issues) {
      this.history = history;
      this.issues = issues;
    }

    RunReport run(Instant started) {
      for (Job job : jobs) {
        String name = job.describe().name();
        IssueStore store =
            new IssueStore(run.schemas().issueKinds(), found -> saveIssues(name, found));
        job.checkInputs(run, store);
        stores.put(job, store);
      }
      for (Job job : jobs) {
        proceed(job);
      }
      saveAfterFailureToo();
      return new RunReport(
          run.runId(),
          List.copyOf(outcomes),
          issues.bySeverity(),
          stores.values().stream().flatMap(store -> store.issues().stream()).toList(),
          secondsSince(started),
          Optional.ofNullable(failure));
    }

    private void saveIssues(String job, IssueStore found) {
      issues.replace(job, found, run);
      issues.write(run.warehouse());
    }

    private void proceed(Job job) {
      int number = outcomes.size() + 1;
      if (failure != null) {
        outcomes.add(outcome(job, Status.NOT_RUN, 0, Map.of(), null));
        return;
      }
      progress.started(number, jobs.size(), job.describe());
      JobOutcome outcome;
      try {
        outcome = runOrSkip(job);
      } catch (Exception | VirtualMachineError e) {
        failure = e;
        outcome = outcome(job, Status.FAILED, 0, Map.of(), FailureText.of(e));
      }
      outcomes.add(outcome);
      progress.finished(number, jobs.size(), outcome);
    }

    private JobOutcome runOrSkip(Job job) {
      if (JobOrder.readsIssues(job)) {
        issues.write(run.warehouse());
      }
      String name = job.describe().name();
      Fingerprint fingerprint = fingerprint(job, issues);
      Map<String, String> outputs = fingerprints.outputs(job);
      if (history.isUpToDate(name, fingerprint, outputs)) {
        return outcome(job, Status.SKIPPED, 0, Map.of(), null);
      }
      Instant started = clock.instant();
      JobOutcome outcome = work(job, history.lastRun(name, fingerprint, outputs), started);
      issues.replace(name, stores.get(job), run);
      journal.add(run.runId(), outcome, fingerprint, fingerprints.outputs(job), started);
      if (failure == null && journal.unsavedSeconds() > SAVE_AFTER_SECONDS) {
        save();
      }
      return outcome;
    }

    private JobOutcome work(Job job, Optional<LastRun> last, Instant started) {
      try {
        JobResult result = job.run(run.after(last), stores.get(job));
        return outcome(job, Status.DONE, secondsSince(started), result.counts(), null);
      } catch (Exception | VirtualMachineError e) {
        failure = e;
        return outcome(job, Status.FAILED, secondsSince(started), Map.of(), FailureText.of(e));
      }
    }

    /** Issues first: without a row in ops.job_run a job runs again and finds its issues again. */
    private void save() {
      issues.write(run.warehouse());
      journal.write(run.warehouse());
    }

    private void saveAfterFailureToo() {
      if (failure == null) {
        save();
        return;
      }
      try {
        save();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }

    private JobOutcome outcome(
        Job job, Status status, double seconds, Map<String, Long> counts, LocalText message) {
      JobDescription description = job.describe();
      return new JobOutcome(
          description.name(), description.title(), status, seconds, counts, message);
    }
  }
}
