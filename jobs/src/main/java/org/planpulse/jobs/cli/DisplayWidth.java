package org.planpulse.jobs.cli;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How many columns a text takes on a terminal: two for each Chinese character, one for others. */
final class DisplayWidth {

  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private static final Set<UnicodeBlock> WIDE_BLOCKS =
      Set.of(
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS);

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** The text with blanks before or behind it, to fill {@code width} columns. */
  static String pad(String text, int width, boolean right) {
    String blanks = " ".repeat(Math.max(0, width - of(text)));
    return right ? blanks + text : text + blanks;
  }

  /** The text, cut with an ellipsis when it takes more than {@code width} columns. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int columns = 1;
    for (int codePoint : text.codePoints().toArray()) {
      columns += of(codePoint);
      if (columns > width) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept + "…";
  }

  private static int of(int codePoint) {
    if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return 0;
    }
    boolean fullWidthForm =
        (codePoint >= 0xFF01 && codePoint <= 0xFF60)
            || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6);
    return fullWidthForm
            || WIDE_SCRIPTS.contains(UnicodeScript.of(codePoint))
            || WIDE_BLOCKS.contains(UnicodeBlock.of(codePoint))
        ? 2
        : 1;
  }
}
