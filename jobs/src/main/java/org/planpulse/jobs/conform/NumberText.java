package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people type it into tables.
 *
 * @param value null when missing
 * @param suffix what follows the digits: a unit, a multiplier like 万, or empty
 */
public record NumberText(BigDecimal value, ValueStatus status, String suffix) {

  private static final NumberText MISSING = new NumberText(null, ValueStatus.MISSING, "");

  private static final Pattern NONE = Pattern.compile("[-\u2010-\u2015\u2212\u2500]+");
  private static final Pattern SMALL = Pattern.compile("(\\.{3})+");
  private static final Pattern DECORATION =
      Pattern.compile("[\\s\u00a0\u3000\u200b'\u2018\u2019`]|[\u2460-\u2473*＊]+\\s*$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+\\-\u2212]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(\\.\\d+)?(e[+-]?\\d{1,3})?([^\\d.,+-].*)?",
          Pattern.CASE_INSENSITIVE);

  /** A cell's text; empty when it is no number. */
  public static Optional<NumberText> read(String raw) {
    if (raw == null) {
      return Optional.of(MISSING);
    }
    if (isPlain(raw)) {
      return Optional.of(new NumberText(new BigDecimal(raw), ValueStatus.OK, ""));
    }
    String text =
        Normalizer.normalize(DECORATION.matcher(raw).replaceAll(""), Normalizer.Form.NFKC);
    if (text.isBlank()) {
      return Optional.of(MISSING);
    }
    if (NONE.matcher(text).matches()) {
      return Optional.of(new NumberText(BigDecimal.ZERO, ValueStatus.NONE, ""));
    }
    if (SMALL.matcher(text).matches()) {
      return Optional.of(new NumberText(BigDecimal.ZERO, ValueStatus.SMALL, ""));
    }
    boolean bracketed = text.startsWith("(") && text.endsWith(")");
    return signed(bracketed ? text.substring(1, text.length() - 1) : text)
        .map(number -> bracketed ? number.negated() : number);
  }

  /** Digits with or without a point between them, as machines write millions of them. */
  private static boolean isPlain(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && i > 0 && i < text.length() - 1) {
        points++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !text.isEmpty() && points <= 1;
  }

  /** A numeric cell. */
  static NumberText of(double number) {
    return new NumberText(
        new BigDecimal(Double.toString(number)).stripTrailingZeros(), ValueStatus.OK, "");
  }

  /** A text that stands for a status, as the contract says. */
  static NumberText of(ValueStatus status) {
    return new NumberText(status == ValueStatus.MISSING ? null : BigDecimal.ZERO, status, "");
  }

  private static Optional<NumberText> signed(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
      return Optional.empty();
    }
    String digits = part(matcher, 2).replace(",", "") + part(matcher, 3) + part(matcher, 4);
    BigDecimal value = new BigDecimal(digits);
    boolean negative = !part(matcher, 1).isEmpty() && !"+".equals(matcher.group(1));
    return Optional.of(
        new NumberText(negative ? value.negate() : value, ValueStatus.OK, part(matcher, 5)));
  }

  private static String part(Matcher matcher, int group) {
    return matcher.group(group) == null ? "" : matcher.group(group);
  }

  private NumberText negated() {
    return new NumberText(value.negate(), status, suffix);
  }

  /** Half a unit of the last digit printed: how far the true value may lie from it. */
  BigDecimal halfLastDigit() {
    int decimals = value == null ? 0 : Math.max(0, value.scale());
    return new BigDecimal("0.5").scaleByPowerOfTen(-decimals);
  }
}
