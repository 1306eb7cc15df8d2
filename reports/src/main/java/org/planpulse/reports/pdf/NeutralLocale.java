package org.planpulse.reports.pdf;

import java.util.Locale;

/**
 * Keeps the digits of the machine's locale out of a file: the PDF library writes its table of
 * offsets in them, and Arabic ones would spoil it.
 */
final class NeutralLocale {
  private NeutralLocale() {}

  static void during(Runnable work) {
    Locale machine = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      work.run();
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, machine);
    }
  }
}
