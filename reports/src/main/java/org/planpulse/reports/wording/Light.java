package org.planpulse.reports.wording;

import java.util.Locale;
import org.planpulse.reports.model.Level;

/**
 * A light as printed: colour, shape and word say the same, so it also reads in black and white.
 *
 * @param colour {@code #rrggbb}
 */
public record Light(String symbol, String word, String colour) {

  public static Light of(Level level, Wording wording) {
    return named(level.name().toLowerCase(Locale.ROOT), wording);
  }

  /** For an indicator without a value. */
  public static Light none(Wording wording) {
    return named("none", wording);
  }

  private static Light named(String name, Wording wording) {
    String key = "level." + name;
    return new Light(
        wording.text(key + ".symbol"), wording.text(key), wording.text(key + ".colour"));
  }
}
