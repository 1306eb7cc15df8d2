package org.planpulse.reports.pdf;

import java.util.Locale;

/** A text holds a character the report's font cannot draw; it would vanish from the PDF. */
public final class MissingGlyphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int codePoint;

  MissingGlyphException(String text, int codePoint) {
    super(
        String.format(
            Locale.ROOT,
            "the font has no glyph for U+%04X (%s) in the text: %s",
            codePoint,
            Character.getName(codePoint),
            text));
    this.text = text;
    this.codePoint = codePoint;
  }

  public String text() {
    return text;
  }

  public int codePoint() {
    return codePoint;
  }
}
