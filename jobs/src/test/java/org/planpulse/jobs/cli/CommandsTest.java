package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Language;
import picocli.CommandLine;

/** Only what a command line needs is described; what it does not name, it must still find. */
class CommandsTest {

  private static final Console SILENT =
      new Console(
          new PrintWriter(Writer.nullWriter()),
          new PrintWriter(Writer.nullWriter()),
          Language.EN,
          80);

  @Test
  void aFirstWordThatIsACommandNeedsNoOther() {
    assertThat(names("history", "--as-of", "2026-01-01")).containsExactly("history");
    assertThat(names("bench", "query")).containsExactly("bench");
    assertThat(Commands.in(SILENT, List.of("bench", "query")).get(0).getSubcommands())
        .containsKeys("query", "spatial", "overlay");
  }

  @Test
  void withoutSuchAWordAllAreKnown() {
    int all = names().size();
    assertThat(all).isGreaterThan(20);
    assertThat(names("--help")).hasSize(all);
    assertThat(names("--lang", "zh", "history")).hasSize(all);
    assertThat(names("histroy")).as("so that the right spelling can be proposed").hasSize(all);
    assertThat(names("help", "history")).hasSize(all);
  }

  private static List<String> names(String... arguments) {
    return Commands.in(SILENT, List.of(arguments)).stream()
        .map(CommandLine::getCommandName)
        .toList();
  }
}
