package org.planpulse.jobs.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts jobs in the order their tables ask for: who writes a table comes before who reads it. Among
 * jobs that are ready, the given order decides; readers of the issue tables come as late as they
 * can, so that they see the issues of the others.
 */
final class JobOrder {

  /** Tables the runner writes itself, from what jobs report. */
  static final Set<String> ISSUE_TABLES = Set.of("ops.data_issue", "ops.quarantine");

  private JobOrder() {}

  /**
   * The jobs in order.
   *
   * @throws IllegalArgumentException when two jobs write one table, or jobs wait for each other
   */
  static List<Job> of(List<Job> jobs) {
    Map<String, Job> writers = writers(jobs);
    List<Job> waiting = new ArrayList<>(jobs);
    List<Job> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Job next = next(waiting, writers).orElseThrow(() -> circular(waiting));
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static Map<String, Job> writers(List<Job> jobs) {
    Map<String, Job> writers = new HashMap<>();
    for (Job job : jobs) {
      for (String table : job.describe().writes()) {
        Job other = table.contains(".") ? writers.put(table, job) : null;
        if (other != null) {
          throw new IllegalArgumentException(
              "%s is written by two jobs: %s and %s"
                  .formatted(table, other.describe().name(), job.describe().name()));
        }
      }
    }
    return writers;
  }

  private static Optional<Job> next(List<Job> waiting, Map<String, Job> writers) {
    List<Job> ready = waiting.stream().filter(job -> isReady(job, waiting, writers)).toList();
    return ready.stream()
        .filter(job -> !readsIssues(job))
        .findFirst()
        .or(() -> ready.stream().findFirst());
  }

  /** Whether no other job still has to write what this one reads; its own tables do not count. */
  private static boolean isReady(Job job, List<Job> waiting, Map<String, Job> writers) {
    return job.describe().reads().stream()
        .map(writers::get)
        .noneMatch(writer -> writer != null && writer != job && waiting.contains(writer));
  }

  static boolean readsIssues(Job job) {
    return job.describe().reads().stream().anyMatch(ISSUE_TABLES::contains);
  }

  private static IllegalArgumentException circular(List<Job> waiting) {
    return new IllegalArgumentException(
        "jobs wait for each other's tables: "
            + waiting.stream().map(job -> job.describe().name()).toList());
  }
}
