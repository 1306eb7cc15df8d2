package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remarks under a table. One with a mark concerns the cells that carry it; one that names years the
 * cells of these years; any other the whole table. Remarks on the source of the figures concern
 * none.
 */
final class Footnotes {

  private static final Pattern LEADING_MARK = Pattern.compile("^\\s*([①-⑳㈠-㈩*＊†])\\s*");
  private static final Pattern PREFIX =
      Pattern.compile("^\\s*(?:附?注|说明|Notes?)\\s*\\d*[:：.、]?\\s*");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

  private record Footnote(String mark, Set<String> years, String text) {}

  private final List<Footnote> footnotes = new ArrayList<>();

  Footnotes(List<String> lines) {
    for (String line : lines) {
      String text = PREFIX.matcher(line).replaceFirst("").strip();
      if (!text.isEmpty() && !TableWords.source(text)) {
        footnotes.add(footnote(text));
      }
    }
  }

  /**
   * @param marks in the cell, its row label and its headings
   * @param years the cell may be of: its row path, column path and title year
   * @return the remarks joined by {@code ; }, or null when none concerns the cell
   */
  String on(String marks, Set<String> years) {
    List<String> texts =
        footnotes.stream()
            .filter(note -> concerns(note, marks, years))
            .map(Footnote::text)
            .toList();
    return texts.isEmpty() ? null : String.join("; ", texts);
  }

  private static boolean concerns(Footnote note, String marks, Set<String> years) {
    if (note.mark() != null) {
      return marks.contains(note.mark());
    }
    return note.years().isEmpty() || note.years().stream().anyMatch(years::contains);
  }

  private static Footnote footnote(String text) {
    Matcher mark = LEADING_MARK.matcher(text);
    if (mark.find()) {
      return new Footnote(mark.group(1), Set.of(), mark.replaceFirst(""));
    }
    return new Footnote(null, years(text), text);
  }

  /** Four-digit years in a text. */
  static Set<String> years(String text) {
    Set<String> years = new LinkedHashSet<>();
    YEAR.matcher(text).results().forEach(found -> years.add(found.group(1)));
    return years;
  }
}
