package org.planpulse.jobs.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planpulse.jobs.query.DisplayWidth;

/** Lines of a terminal: broken at blanks and between Chinese characters, never inside a word. */
final class WrappedText {

  /**
   * A word with the blanks before it, or one Chinese character with the marks that stay with it.
   */
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:[\\p{IsHan}（“《][，。；：、）”》]*|[^\\s\\p{IsHan}（“《，。；：、）”》]+[，。；：、）”》]*|\\S)");

  private final int width;
  private final List<String> lines = new ArrayList<>();

  WrappedText(int width) {
    this.width = width;
  }

  /**
   * Adds a text.
   *
   * @param first what its first line begins with
   * @param next what the others begin with
   */
  void add(String first, String next, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    Matcher pieces = PIECE.matcher(text.strip());
    while (pieces.find()) {
      String piece = pieces.group();
      if (!empty && DisplayWidth.of(line.toString()) + DisplayWidth.of(piece) > width) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? piece.strip() : piece);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
