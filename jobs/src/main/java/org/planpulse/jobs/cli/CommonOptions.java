package org.planpulse.jobs.cli;

import java.nio.file.Path;
import org.planpulse.schemas.Language;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
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

  /** The folder named, or the current one. */
  Path workspace() {
    return workspaceOr(Path.of("."));
  }

  Path workspaceOr(Path standard) {
    return workspace == null ? standard : workspace;
  }

  /** Whether the command line itself asks for this language; a locale asks for messages only. */
  boolean asksFor(Language other) {
    return language == other;
  }

  boolean verbose() {
    return verbose;
  }
}
