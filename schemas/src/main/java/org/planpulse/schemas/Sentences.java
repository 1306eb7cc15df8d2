package org.planpulse.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of {@code codelists/sentences.yaml}, filled with figures, in one language. */
public record Sentences(Map<String, LocalText> texts, Language language) {

  /** The sentence {@code key} with each {@code {name}} of the pairs filled in. */
  public String say(String key, Object... pairs) {
    LocalText text = texts.get(key);
    if (text == null) {
      throw new SchemaException("codelists/sentences.yaml has no sentence " + key);
    }
    String sentence = text.in(language);
    for (int i = 0; i < pairs.length; i += 2) {
      sentence = sentence.replace("{" + pairs[i] + "}", String.valueOf(pairs[i + 1]));
    }
    return sentence;
  }

  /** The sentence {@code key} with each {@code {name}} filled in. */
  public String say(String key, Map<String, ?> figures) {
    return say(
        key,
        figures.entrySet().stream()
            .flatMap(figure -> Stream.of(figure.getKey(), figure.getValue()))
            .toArray());
  }

  /** Joins names the way the language does. */
  public String join(Iterable<String> names) {
    return String.join(language == Language.ZH ? "、" : ", ", names);
  }

  /** Sentences one after the other the way the language does; empty ones are left out. */
  public String follow(String... several) {
    return Stream.of(several)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(language == Language.ZH ? "" : " "));
  }

  /** With a full stop, if no mark ends it. */
  public String ended(String text) {
    boolean ends = text.isEmpty() || "。；！？.;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    return ends ? text : text + (language == Language.ZH ? "。" : ".");
  }

  /** A number with its unit; a unit that starts with a digit, e.g. "10⁴ mu", is multiplied. */
  public String quantity(double value, int decimals, String unit) {
    return quantity(number(value, decimals), unit);
  }

  /** What {@link #quantity} puts behind a number that is printed elsewhere. */
  public String behindNumber(String unit) {
    return quantity("", unit).strip();
  }

  private String quantity(String number, String unit) {
    if (unit.isEmpty()) {
      return number;
    }
    String key = Character.isDigit(unit.charAt(0)) ? "quantity.scaled" : "quantity";
    return say(key, "value", number, "unit", unit);
  }

  /** Thousands separators, a minus sign (U+2212), exactly {@code decimals} decimals, half up. */
  public static String number(double value, int decimals) {
    BigDecimal rounded =
        new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
    String plain = rounded.abs().toPlainString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return rounded.signum() < 0 ? "−" + grouped : grouped.toString();
  }
}
