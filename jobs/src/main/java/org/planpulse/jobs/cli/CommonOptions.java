package org.planpulse.jobs.cli;

import java.nio.file.Path;
import org.planpulse.schemas.Language;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      descriptionKey = "workspace")
  private Path workspace;

  /** Read before the command line is, see {@link LanguageChoice}; here for the help text. */
  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private Language language;

  @Option(names = "--verbose", descriptionKey = "verbose")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  Path workspace() {
    return workspace;
  }

  boolean verbose() {
    return verbose;
  }
}
