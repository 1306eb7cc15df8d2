package org.planpulse.jobs.run;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.DisplayWidth;
import org.planpulse.schemas.Language;

/** The wording of progress lines. */
record ProgressText(Language language) {

  private static final int LINE_WIDTH = 80;

  String running(int number, int total, JobDescription job, double seconds) {
    return String.format(
        Locale.ROOT, "[%d/%d] %s ... %.1f s", number, total, job.title().in(language), seconds);
  }

  String finished(int number, int total, JobOutcome outcome) {
    String line =
        String.format(Locale.ROOT, "[%d/%d] %s: ", number, total, outcome.title().in(language));
    return switch (outcome.status()) {
      case DONE ->
          withCounts(line + String.format(Locale.ROOT, "%.1f s", outcome.seconds()), outcome);
      case SKIPPED -> line + choose("跳过（输入未变）", "skipped (inputs unchanged)");
      case FAILED -> line + choose("失败：", "failed: ") + outcome.message().in(language);
      case NOT_RUN -> line + choose("未运行", "not run");
    };
  }

  /**
   * What was counted, but nothings; on a line of its own where it would not fit beside the time.
   */
  private static String withCounts(String line, JobOutcome outcome) {
    String counts =
        new TreeMap<>(outcome.counts())
            .entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    if (counts.isEmpty()) {
      return line;
    }
    boolean fits = DisplayWidth.of(line) + 2 + counts.length() <= LINE_WIDTH;
    return fits ? line + ", " + counts : line + System.lineSeparator() + "       " + counts;
  }

  private String choose(String zh, String en) {
    return language == Language.ZH ? zh : en;
  }
}
