package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.planpulse.schemas.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: {@code planpulse COMMAND ...}. */
@Command(name = "planpulse", versionProvider = ProgramVersion.class)
public final class PlanPulse implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version")
  private boolean version;

  private PlanPulse() {}

  public static void main(String[] arguments) {
    Language language = LanguageChoice.of(arguments, System.getenv());
    // Nothing in a result may depend on the machine's locale; number formats included.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(Console.ofProcess(language), List.of(arguments)));
  }

  /**
   * Runs one command line, writing to {@code console}.
   *
   * @return the exit code
   */
  static int execute(Console console, List<String> arguments) {
    return commandLine(console, arguments).execute(arguments.toArray(String[]::new));
  }

  /** The whole command line, writing to {@code console}. */
  static CommandLine commandLine(Console console) {
    return commandLine(console, List.of());
  }

  private static CommandLine commandLine(Console console, List<String> arguments) {
    CommandLine program = new CommandLine(new PlanPulse());
    Commands.in(console, arguments).forEach(line -> program.addSubcommand(line));
    FailureHandler failures = new FailureHandler(console);
    return program
        .setResourceBundle(helpTexts(console.language()))
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }

  private static ResourceBundle helpTexts(Language language) {
    return ResourceBundle.getBundle(
        PlanPulse.class.getPackageName() + ".help",
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
