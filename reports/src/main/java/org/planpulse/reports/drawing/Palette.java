package org.planpulse.reports.drawing;

import java.awt.Color;
import java.util.List;

/** Colours of charts and map furniture: one accent, quiet greys, a few line colours. */
final class Palette {
  static final Color ACCENT = new Color(0x0F5257);
  static final Color TEXT = new Color(0x25323B);
  static final Color QUIET = new Color(0x5F6C74);
  static final Color RULE = new Color(0xC9D2D6);
  static final Color GRID = new Color(0xE6EBED);
  static final Color TARGET = new Color(0xB3541E);

  /** Lines of one chart, in order; distinct in lightness as well as hue. */
  static final List<Color> SERIES =
      List.of(
          ACCENT,
          new Color(0xC98A1B),
          new Color(0x6C8EBF),
          new Color(0x8A5A83),
          new Color(0x7A9A5B),
          new Color(0x444C52));

  private Palette() {}

  static Color series(int index) {
    return SERIES.get(index % SERIES.size());
  }
}
