package org.planpulse.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.planpulse.schemas.LocalText;

/** Three small jobs on real tables: a delivery is loaded, summed, and the issues are counted. */
final class FakeCity {

  private final List<String> ran = new ArrayList<>();
  private List<Long> delivery = List.of(100L, 200L);
  private List<String> oddCells = List.of();
  private String failing = "";
  private long issuesSeenByPublisher;
  private Optional<Long> versionTotalledBefore = Optional.empty();

  void deliver(List<Long> values, List<String> cellsThatAreOdd) {
    delivery = values;
    oddCells = cellsThatAreOdd;
  }

  /** The version that the total went on from in its last run. */
  Optional<Long> versionTotalledBefore() {
    return versionTotalledBefore;
  }

  void failIn(String job) {
    failing = job;
  }

  List<String> ran() {
    return ran;
  }

  long issuesSeenByPublisher() {
    return issuesSeenByPublisher;
  }

  /** In the wrong order on purpose. */
  List<Job> jobs() {
    return List.of(
        new Task("publish", List.of("ops.data_issue"), List.of("reports"), this::publish),
        new Task("total", List.of("silver.survey"), List.of("gold.total"), this::total),
        new Task("survey", List.of(), List.of("silver.survey"), this::survey));
  }

  Job job(String name, List<String> reads, List<String> writes) {
    return new Task(name, reads, writes, (run, issues) -> 0L);
  }

  private long survey(RunContext run, IssueStore issues) {
    run.warehouse()
        .replace(
            "silver.survey",
            run.warehouse().spark().createDataset(delivery, Encoders.LONG()).toDF("area"));
    for (String cell : oddCells) {
      issues.quarantine(
          "key!" + cell,
          "?",
          issues.issue("ODD", "stats", "book", "a.xlsx", cell, Map.of("cell", cell)));
    }
    return delivery.size();
  }

  private long total(RunContext run, IssueStore issues) {
    versionTotalledBefore = run.lastRun().flatMap(last -> last.version("silver.survey"));
    run.warehouse()
        .replace(
            "gold.total",
            run.warehouse().read("silver.survey").agg(functions.sum("area").as("area")));
    return 1;
  }

  private long publish(RunContext run, IssueStore issues) {
    issuesSeenByPublisher = run.warehouse().read("ops.data_issue").count();
    return issuesSeenByPublisher;
  }

  private final class Task implements Job {

    private final JobDescription description;
    private final BiFunction<RunContext, IssueStore, Long> work;

    Task(
        String name,
        List<String> reads,
        List<String> writes,
        BiFunction<RunContext, IssueStore, Long> work) {
      this.description = new JobDescription(name, new LocalText(name, name), reads, writes);
      this.work = work;
    }

    @Override
    public JobDescription describe() {
      return description;
    }

    @Override
    public Map<String, String> inputs(RunContext run) {
      return description.name().equals("survey")
          ? Map.of("landing", delivery.toString() + oddCells)
          : Map.of();
    }

    @Override
    public JobPlan plan(RunContext run) {
      return new JobPlan(List.of(delivery.size() + " values"));
    }

    @Override
    public JobResult run(RunContext run, IssueStore issues) {
      ran.add(description.name());
      if (failing.equals(description.name())) {
        throw new ArithmeticException("no " + description.name());
      }
      return new JobResult(Map.of("rows", work.apply(run, issues)));
    }
  }
}
