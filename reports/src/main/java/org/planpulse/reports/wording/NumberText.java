package org.planpulse.reports.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as printed: thousands separators, fixed decimals, a dash for a missing value. */
public final class NumberText {
  public static final String MISSING = "—";

  private static final BigDecimal M2_PER_HM2 = BigDecimal.valueOf(10_000);
  private static final BigDecimal M2_PER_KM2 = BigDecimal.valueOf(1_000_000);

  private NumberText() {}

  /**
   * @param value null when missing
   */
  public static String of(Double value, int decimals) {
    return value == null ? MISSING : format(BigDecimal.valueOf(value), decimals);
  }

  public static String of(long value) {
    return format(BigDecimal.valueOf(value), 0);
  }

  /**
   * @param value null when missing
   * @param signed with a sign also when positive
   */
  public static String of(BigDecimal value, int decimals, boolean signed) {
    if (value == null) {
      return MISSING;
    }
    String text = format(value, decimals);
    return signed && value.signum() > 0 && !isZero(text) ? "+" + text : text;
  }

  /** A value as its printed digits say it, so that what is derived from it agrees with them. */
  public static BigDecimal shown(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /**
   * @param m2 null when missing
   */
  public static BigDecimal inHm2(Double m2) {
    return m2 == null ? null : divide(m2, M2_PER_HM2);
  }

  /**
   * @param m2 null when missing
   */
  public static BigDecimal inKm2(Double m2) {
    return m2 == null ? null : divide(m2, M2_PER_KM2);
  }

  /** With a sign also when positive, for changes and margins. */
  public static String signed(Double value, int decimals) {
    return of(value == null ? null : BigDecimal.valueOf(value), decimals, true);
  }

  /** Square metres as hectares with two decimals. */
  public static String hm2(Double m2) {
    return m2 == null ? MISSING : format(divide(m2, M2_PER_HM2), 2);
  }

  public static String m2(Double m2) {
    return of(m2, 2);
  }

  private static BigDecimal divide(double m2, BigDecimal unit) {
    return BigDecimal.valueOf(m2).divide(unit);
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static String format(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('−');
    DecimalFormat format =
        new DecimalFormat("#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""), symbols);
    return format.format(rounded.signum() == 0 ? rounded.abs() : rounded);
  }
}
