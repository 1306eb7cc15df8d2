package org.planpulse.reports.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that people compose reports by lists what there is, and nothing else. */
class PartsPageTest {

  private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

  @Test
  void everyPartIsOnThePage() throws IOException {
    String table = between("| part |", "\nLeads");
    String firstColumn =
        table
            .lines()
            .skip(2)
            .filter(line -> line.startsWith("|"))
            .map(line -> line.split("\\|")[1])
            .collect(Collectors.joining("\n"));

    assertThat(names(firstColumn)).isEqualTo(Parts.names());
  }

  @Test
  void everyLeadIsOnThePage() throws IOException {
    assertThat(names(between("\nLeads", "Their sentences"))).isEqualTo(Leads.names());
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String between(String start, String end) throws IOException {
    String page =
        Files.readString(Path.of("../docs/how-to-add-a-report.md"), StandardCharsets.UTF_8);
    assertThat(page).contains(start, end);
    int from = page.indexOf(start);
    return page.substring(from, page.indexOf(end, from + start.length()));
  }
}
