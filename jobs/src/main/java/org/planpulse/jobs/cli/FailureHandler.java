package org.planpulse.jobs.cli;

import java.util.List;
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
    return console.word("参数有误：", "Wrong argument: ") + e.getMessage();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
