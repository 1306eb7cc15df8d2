package org.planpulse.jobs.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.run.ChinaTime;
import org.planpulse.jobs.run.OperatorError;

/**
 * A command and its times.
 *
 * @param cron five fields: minute, hour, day of the month, month, weekday
 * @param command name and arguments
 */
public record ScheduleLine(String name, String cron, List<String> command) {

  private static final int FIELDS = 5;

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  /**
   * @param text cron expression and command, as in {@code planpulse.yaml}
   * @param commands that may be run
   * @throws OperatorError when the expression cannot be read or names no time, or the command is
   *     unknown
   */
  public static ScheduleLine of(String name, String text, Set<String> commands) {
    List<String> words = Arrays.asList(text.strip().split("\\s+"));
    ScheduleLine line =
        new ScheduleLine(
            name,
            String.join(" ", words.subList(0, FIELDS)),
            List.copyOf(words.subList(FIELDS, words.size())));
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw fault(name, "名称含制表符或换行", "the name holds a tab or a line break");
    }
    if (!commands.contains(line.command.get(0))) {
      throw fault(
          name, "没有命令 " + line.command.get(0), "there is no command " + line.command.get(0));
    }
    try {
      if (line.after(Instant.EPOCH).isEmpty()) {
        throw fault(name, line.cron + " 没有对应的时刻", line.cron + " never comes");
      }
    } catch (IllegalArgumentException e) {
      throw fault(name, "时刻“" + line.cron + "”无法解读，应依次为分、时、日、月、星期，如 0 2 * * *", e.getMessage());
    }
    return line;
  }

  /** The first time after an instant; empty when there is none. */
  Optional<Instant> after(Instant instant) {
    return ExecutionTime.forCron(PARSER.parse(cron))
        .nextExecution(instant.atZone(ChinaTime.ZONE))
        .map(ZonedDateTime::toInstant);
  }

  /** Says what is wrong with a line. */
  public static OperatorError fault(String name, String zh, String en) {
    return new OperatorError(
        "planpulse.yaml 的 schedule." + name + " 有误：" + zh + "。",
        "planpulse.yaml: schedule." + name + " is wrong: " + en + ".");
  }
}
