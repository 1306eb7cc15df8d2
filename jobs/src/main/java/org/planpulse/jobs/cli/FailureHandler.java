package org.planpulse.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.SchemaException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what failed; the stack trace appears only under {@code --verbose}. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Console console;

  FailureHandler(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (parsed.expandedArgs().contains("--verbose")) {
      e.printStackTrace(console.err());
    }
    console.err().println(sentence(e));
    return ExitCode.FAILED;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    console.err().println(usageFault(e));
    String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    console.tell("用法见：%s", "For usage: %s", help);
    return ExitCode.USAGE;
  }

  private String sentence(Exception e) {
    if (e instanceof OperatorError error) {
      return error.message(console.language());
    }
    if (e instanceof SchemaException fault) {
      return console.word("数据定义文件有误：", "A schema file is wrong: ")
          + firstLine(fault.message(console.language()));
    }
    return console.word("程序出错：", "The program failed: ")
        + firstLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
        + console.word(
            "。加 --verbose 重新运行可看到详情，请附上它报告此问题。",
            ". Run again with --verbose for details, and report the fault with them.");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }

  /** What is wrong with a command line, in a sentence. */
  String usageFault(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String written = String.join(" ", unmatched.getUnmatched());
      List<String> suggestions = unmatched.getSuggestions();
      return console.word("无法识别“" + written + "”", "Unknown argument '" + written + "'")
          + (suggestions.isEmpty()
              ? console.word("。", ".")
              : console.word("，是否应为：", "; did you mean: ")
                  + String.join(", ", suggestions)
                  + console.word("？", "?"));
    }
    if (e instanceof MissingParameterException missing) {
      String names =
          String.join(", ", missing.getMissing().stream().map(FailureHandler::name).toList());
      return console.word("缺少参数：" + names + "。", "Missing argument: " + names + ".");
    }
    return console.word("参数有误：", "Wrong argument: ") + unsuitable(e).orElse(e.getMessage());
  }

  /** What picocli says of a value it cannot convert names classes of Java. */
  private Optional<String> unsuitable(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (e.getClass() != ParameterException.class || argument == null || e.getValue() == null) {
      return Optional.empty();
    }
    return expected(argument.auxiliaryTypes()[0])
        .map(
            expected ->
                console.word(
                    name(argument) + " 的值“" + e.getValue() + "”不是" + expected + "。",
                    "'" + e.getValue() + "' for " + name(argument) + " is not " + expected + "."));
  }

  private Optional<String> expected(Class<?> type) {
    if (type == LocalDate.class) {
      return Optional.of(console.word("日期（如 2025-12-31）", "a date such as 2025-12-31"));
    }
    if (type == int.class || type == Integer.class) {
      return Optional.of(console.word("整数", "a whole number"));
    }
    return type.isEnum()
        ? Optional.of(
            console.word("以下之一：", "one of: ")
                + Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
