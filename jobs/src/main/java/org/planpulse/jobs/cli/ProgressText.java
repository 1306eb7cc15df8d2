package org.planpulse.jobs.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobOutcome;
import org.planpulse.jobs.run.Progress;

/** One line a job: number and title when it begins, result, time and counts when it ends. */
final class ProgressText implements Progress {

  private final Console console;

  ProgressText(Console console) {
    this.console = console;
  }

  @Override
  public void started(int number, int total, JobDescription job) {
    console
        .err()
        .print("[" + number + "/" + total + "] " + job.title().in(console.language()) + " ... ");
    console.err().flush();
  }

  @Override
  public void finished(int number, int total, JobOutcome outcome) {
    console.err().println(result(outcome));
  }

  private String result(JobOutcome outcome) {
    return switch (outcome.status()) {
      case DONE ->
          String.format(Locale.ROOT, console.word("完成，%.1f 秒", "done, %.1f s"), outcome.seconds())
              + counts(outcome);
      case SKIPPED -> console.word("输入未变，跳过", "unchanged, skipped");
      case FAILED -> console.word("失败：", "failed: ") + outcome.message().in(console.language());
      case NOT_RUN -> console.word("未运行", "not run");
    };
  }

  private static String counts(JobOutcome outcome) {
    String counts =
        outcome.counts().entrySet().stream()
            .map(
                count -> count.getKey() + " " + String.format(Locale.ROOT, "%,d", count.getValue()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : " (" + counts + ")";
  }
}
