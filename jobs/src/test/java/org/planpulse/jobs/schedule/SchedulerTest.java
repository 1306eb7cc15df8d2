package org.planpulse.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;

class SchedulerTest {

  private static final Set<String> COMMANDS = Set.of("check", "run", "report");

  /** Two in the morning in China, every day. */
  private static final ScheduleLine NIGHTLY =
      ScheduleLine.of("nightly", "0 2 * * * check", COMMANDS);

  private static final ScheduleLine MONTHLY =
      ScheduleLine.of("monthly", "30 3 1 * * run --year 2025", COMMANDS);

  @TempDir Path workspace;

  private final List<String> ran = new ArrayList<>();
  private final SettableClock clock = new SettableClock("2026-11-20T04:00:00Z");
  private final CountDownLatch stop = new CountDownLatch(1);
  private int exitCode;

  @Test
  void aLineRunsAtItsTimeInChinaAndNotBefore() {
    try (Scheduler scheduler = open(NIGHTLY)) {
      assertThat(runAt(scheduler, "2026-11-20T17:59:59Z")).isEmpty();
      assertThat(runAt(scheduler, "2026-11-20T18:00:00Z")).containsExactly("check");
      assertThat(runAt(scheduler, "2026-11-20T18:00:01Z")).isEmpty();
      assertThat(runAt(scheduler, "2026-11-21T18:00:00Z")).containsExactly("check");
    }
  }

  @Test
  void timesMissedWhileNothingRanAreCaughtUpOnceInTheirOrder() {
    open(MONTHLY, NIGHTLY).close();

    clock.set("2026-12-05T00:00:00Z");
    try (Scheduler scheduler = open(MONTHLY, NIGHTLY)) {
      scheduler.runDue(stop);
      assertThat(ran).containsExactly("check", "run --year 2025");
      scheduler.runDue(stop);
      assertThat(ran).hasSize(2);
    }
  }

  @Test
  void aNewLineHasMissedNothing() {
    try (Scheduler scheduler = open(NIGHTLY)) {
      scheduler.runDue(stop);
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void aCommandThatFailedWaitsForItsNextTime() {
    exitCode = 3;
    try (Scheduler scheduler = open(NIGHTLY)) {
      clock.set("2026-11-20T18:00:00Z");
      assertThat(scheduler.runDue(stop)).isFalse();
      assertThat(runAt(scheduler, "2026-11-20T19:00:00Z")).isEmpty();
    }
    assertThat(state(NIGHTLY).lastExit()).contains(3);
  }

  @Test
  void aCommandCutOffByTheStopIsDueAgainAtTheNextStart() {
    try (Scheduler scheduler = openStoppingWhileItRuns()) {
      clock.set("2026-11-20T18:00:00Z");
      scheduler.runDue(stop);
    }
    assertThat(ran).as("the second line was not begun").containsExactly("check");

    exitCode = 0;
    try (Scheduler next = open(NIGHTLY)) {
      assertThat(runAt(next, "2026-11-20T18:05:00Z")).containsExactly("check");
      assertThat(runAt(next, "2026-11-20T18:06:00Z")).isEmpty();
    }
  }

  @Test
  void aCommandThatAKilledProcessLeftIsDueAgain() throws IOException {
    open(NIGHTLY).close();
    Files.writeString(
        workspace.resolve("schedule.tsv"),
        "2026-11-20T18:00:00Z\tnightly\tSTARTED\t\n2026-11-20T18:0",
        StandardOpenOption.APPEND);
    assertThat(state(NIGHTLY).lastRun()).contains(Instant.parse("2026-11-20T18:00:00Z"));
    assertThat(state(NIGHTLY).lastExit()).isEmpty();

    try (Scheduler scheduler = open(NIGHTLY)) {
      assertThat(runAt(scheduler, "2026-11-20T18:30:00Z")).containsExactly("check");
    }
    assertThat(Files.readString(workspace.resolve("schedule.tsv")))
        .isEqualTo(
            """
            2026-11-20T04:00:00Z\tnightly\tKNOWN\t
            2026-11-20T18:00:00Z\tnightly\tSTARTED\t
            2026-11-20T18:30:00Z\tnightly\tSTARTED\t
            2026-11-20T18:30:00Z\tnightly\tENDED\t0
            """);
  }

  @Test
  void oneProcessRunsTheScheduleAtATime() {
    try (Scheduler first = open(NIGHTLY)) {
      assertThatThrownBy(() -> open(NIGHTLY))
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining("Another process is running the schedule");
      assertThat(first).isNotNull();
    }
  }

  @Test
  void runningUntilToldToStopEndsWhenTold() throws InterruptedException {
    try (Scheduler scheduler = openStoppingWhileItRuns()) {
      clock.set("2026-11-20T18:00:00Z");
      scheduler.runUntil(stop);
    }
    assertThat(ran).containsExactly("check");
  }

  @Test
  void aWrongLineIsNamed() {
    assertThatThrownBy(() -> ScheduleLine.of("x", "61 2 * * * check", COMMANDS))
        .isInstanceOfSatisfying(
            OperatorError.class,
            fault -> {
              assertThat(fault.message(Language.EN)).contains("schedule.x is wrong", "[0, 59]");
              assertThat(fault.message(Language.ZH))
                  .contains("“61 2 * * *”无法解读")
                  .doesNotContain("range");
            });
    assertWrong("0 0 30 2 * check", "never comes");
    assertWrong("0 2 * * * chekc", "there is no command chekc");
    assertThatThrownBy(() -> ScheduleLine.of("a\tb", "0 2 * * * check", COMMANDS))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("the name holds a tab");
  }

  private static void assertWrong(String text, String message) {
    assertThatThrownBy(() -> ScheduleLine.of("x", text, COMMANDS))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining(message);
  }

  private Scheduler open(ScheduleLine... lines) {
    return Scheduler.open(workspace, List.of(lines), this::run, clock);
  }

  /** The stop comes while the first of two lines is at work, which then fails. */
  private Scheduler openStoppingWhileItRuns() {
    exitCode = 1;
    ScheduleLine second = ScheduleLine.of("second", "0 2 * * * report", COMMANDS);
    return Scheduler.open(
        workspace,
        List.of(NIGHTLY, second),
        command -> {
          stop.countDown();
          return run(command);
        },
        clock);
  }

  private int run(List<String> command) {
    ran.add(String.join(" ", command));
    return exitCode;
  }

  private List<String> runAt(Scheduler scheduler, String instant) {
    clock.set(instant);
    ran.clear();
    scheduler.runDue(new CountDownLatch(1));
    return List.copyOf(ran);
  }

  private ScheduleState state(ScheduleLine line) {
    return Scheduler.states(workspace, List.of(line)).get(0);
  }

  /** Shows the time it is given. */
  private static final class SettableClock extends Clock {

    private Instant now;

    SettableClock(String now) {
      set(now);
    }

    void set(String instant) {
      now = Instant.parse(instant);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
