package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.planpulse.jobs.run.ChinaTime;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.schedule.ScheduleLine;
import org.planpulse.jobs.schedule.ScheduleState;
import org.planpulse.jobs.schedule.Scheduler;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Runs the commands of the workspace at their times. */
@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {

  private static final String NAME = "schedule";

  private static final List<String> COLUMNS =
      List.of("name", "cron", "command", "next", "last_run", "exit_code");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ChinaTime.ZONE);

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Option(names = "--list", descriptionKey = "list")
  private boolean list;

  @Option(names = "--once", descriptionKey = "once")
  private boolean once;

  ScheduleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = WorkspaceFile.read(common.workspace()).root();
    List<ScheduleLine> lines = lines(folder);
    if (list) {
      format.print(console, Listing.of(COLUMNS, rows(Scheduler.states(folder, lines))));
      return ExitCode.DONE;
    }
    try (Scheduler scheduler =
        Scheduler.open(folder, lines, command -> execute(command, folder), Clock.systemUTC())) {
      return once ? runOnce(scheduler) : runUntilStopped(scheduler);
    }
  }

  private List<ScheduleLine> lines(Path folder) {
    Set<String> commands = new TreeSet<>(PlanPulse.commandLine(console).getSubcommands().keySet());
    commands.remove(NAME);
    List<ScheduleLine> lines =
        WorkspaceFile.schedule(folder).entrySet().stream()
            .map(entry -> ScheduleLine.of(entry.getKey(), entry.getValue(), commands))
            .toList();
    lines.forEach(line -> requireReadable(line, folder));
    if (lines.isEmpty()) {
      throw new OperatorError(
          "planpulse.yaml 的 schedule 中没有命令。写法如：nightly: \"0 2 * * * check\"。",
          "planpulse.yaml has no lines under schedule. Write e.g. nightly: \"0 2 * * * check\".");
    }
    return lines;
  }

  /** A slip in a line is told at the start, and not in the night it is due. */
  private void requireReadable(ScheduleLine line, Path folder) {
    try {
      PlanPulse.commandLine(console).parseArgs(arguments(line.command(), folder));
    } catch (ParameterException e) {
      throw ScheduleLine.fault(line.name(), fault(e, Language.ZH), fault(e, Language.EN));
    }
  }

  /** Without the full stop: more follows. */
  private String fault(ParameterException e, Language language) {
    return new FailureHandler(console.in(language)).usageFault(e).replaceFirst("[。.]$", "");
  }

  private List<List<Object>> rows(List<ScheduleState> states) {
    Instant now = Clock.systemUTC().instant();
    List<List<Object>> rows = new ArrayList<>();
    for (ScheduleState state : states) {
      rows.add(
          List.of(
              state.line().name(),
              state.line().cron(),
              String.join(" ", state.line().command()),
              MINUTE.format(state.due(now)),
              state.lastRun().map(MINUTE::format).orElse(""),
              state.lastExit().map(String::valueOf).orElse("")));
    }
    return rows;
  }

  private int runOnce(Scheduler scheduler) {
    return scheduler.runDue(new CountDownLatch(1)) ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** A signal to end lets the command at work come to its end first. */
  private int runUntilStopped(Scheduler scheduler) throws InterruptedException {
    StopSignal signal =
        StopSignal.listen(
            () ->
                console.tell(
                    "收到结束信号：等正在运行的命令结束，不再运行其他命令。",
                    "Told to end: the command at work may end first, no other begins."));
    console.tell(
        "按计划运行；用 Ctrl-C 或 SIGTERM 结束。", "Running the schedule; Ctrl-C or SIGTERM ends it.");
    try {
      scheduler.runUntil(signal.asked());
    } finally {
      scheduler.close();
      signal.stopped();
    }
    return ExitCode.DONE;
  }

  private int execute(List<String> command, Path folder) {
    String[] arguments = arguments(command, folder);
    console.tell("[%s] %s", "[%s] %s", MINUTE.format(Clock.systemUTC().instant()), command);
    Language language = LanguageChoice.of(arguments, System.getenv());
    return PlanPulse.execute(console.in(language), List.of(arguments));
  }

  /** A line may name another workspace or language. */
  private String[] arguments(List<String> command, Path folder) {
    List<String> arguments = new ArrayList<>(command);
    addUnlessGiven(arguments, "--workspace", folder.toString());
    addUnlessGiven(arguments, "--lang", console.language().code());
    return arguments.toArray(String[]::new);
  }

  private static void addUnlessGiven(List<String> arguments, String option, String value) {
    if (arguments.stream()
        .noneMatch(word -> word.equals(option) || word.startsWith(option + "="))) {
      arguments.addAll(List.of(option, value));
    }
  }
}
