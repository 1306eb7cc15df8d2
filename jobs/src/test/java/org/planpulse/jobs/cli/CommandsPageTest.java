package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planpulse.jobs.GeneratedPage;
import org.planpulse.schemas.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

class CommandsPageTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void theCommandsPageShowsTheHelpOfEveryCommand(Language language) throws IOException {
    CommandLine program = program(language);
    StringBuilder page = new StringBuilder(language == Language.ZH ? "# 命令\n" : "# Commands\n");
    append(page, program);
    commands(program).forEach(command -> append(page, command));

    new GeneratedPage(language == Language.ZH ? "commands.zh-CN.md" : "commands.md")
        .mustSay(page.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommandAndEveryOptionIsExplained(Language language) {
    CommandLine program = program(language);

    for (CommandLine command : commands(program).toList()) {
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(command.getCommandName())
          .isNotEmpty();
      assertThat(command.getCommandSpec().args())
          .as(command.getCommandName())
          .allSatisfy(argument -> assertThat(text(argument)).isNotBlank());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noHelpTextIsLeftOver(Language language) {
    ResourceBundle bundle = program(language).getResourceBundle();
    CommandLine program = program(language);

    assertThat(bundle.keySet())
        .filteredOn(key -> key.startsWith("planpulse."))
        .allSatisfy(key -> assertThat(commandOf(key)).isIn(program.getSubcommands().keySet()));
  }

  /** Commands and, after each, what stands under it. */
  private static Stream<CommandLine> commands(CommandLine program) {
    return program.getSubcommands().values().stream()
        .flatMap(command -> Stream.concat(Stream.of(command), commands(command)));
  }

  private static String commandOf(String key) {
    String command = key.split("\\.")[1];
    return command.equals("usage") ? "init" : command;
  }

  private static String text(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private static void append(StringBuilder page, CommandLine command) {
    page.append("\n## ")
        .append(command.getCommandSpec().qualifiedName())
        .append("\n\n```\n")
        .append(command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n").stripTrailing())
        .append("\n```\n");
  }

  private static CommandLine program(Language language) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine program = PlanPulse.commandLine(new Console(nowhere, nowhere, language, 80));
    return program.setUsageHelpAutoWidth(false).setUsageHelpWidth(90);
  }
}
