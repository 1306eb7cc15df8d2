package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * The language of a run: {@code --lang}, else the workspace's, else the locale's. Looked at before
 * the command line is parsed, because help and parse errors need it too.
 */
@Command
final class LanguageChoice {

  private static final List<String> LOCALE_VARIABLES =
      List.of("PLANPULSE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG");

  @Option(names = "--lang")
  private String language;

  @Option(names = "--workspace", defaultValue = ".")
  private Path workspace;

  @Unmatched private List<String> rest;

  private LanguageChoice() {}

  static Language of(String[] arguments, Map<String, String> environment) {
    LanguageChoice choice = new LanguageChoice();
    CommandLine parser = new CommandLine(choice);
    parser.getCommandSpec().parser().collectErrors(true);
    parser.parseArgs(arguments);
    return choice.asked().or(choice::workspaces).orElseGet(() -> ofLocale(environment));
  }

  private Optional<Language> asked() {
    return Stream.of(Language.values()).filter(each -> each.code().equals(language)).findFirst();
  }

  private Optional<Language> workspaces() {
    if (!WorkspaceFile.isWorkspace(workspace)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WorkspaceFile.read(workspace).settings().language());
    } catch (OperatorError e) {
      // The command reads the file again and reports the fault, in the locale's language.
      return Optional.empty();
    }
  }

  private static Language ofLocale(Map<String, String> environment) {
    return LOCALE_VARIABLES.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(locale -> locale.startsWith("zh"))
        .map(locale -> Language.ZH)
        .orElse(Language.EN);
  }
}
