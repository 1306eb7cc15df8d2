package org.planpulse.jobs.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as printed: thousands separators, a dash for a missing value. */
final class NumberText {

  private static final String MISSING = "—";

  private NumberText() {}

  /** The number with exactly so many decimals, halves rounded up. */
  static String of(Double value, int decimals) {
    return value == null ? MISSING : format("0".repeat(decimals), value, decimals);
  }

  /** The number with at most so many decimals. */
  static String atMost(Double value, int decimals) {
    return value == null ? MISSING : format("#".repeat(decimals), value, decimals);
  }

  private static String format(String fraction, double value, int decimals) {
    String pattern = "#,##0" + (fraction.isEmpty() ? "" : "." + fraction);
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }
}
