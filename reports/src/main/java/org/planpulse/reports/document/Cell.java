package org.planpulse.reports.document;

import java.math.BigDecimal;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;

/** What stands in a table's cell; a number is kept as one, so that a spreadsheet can add it. */
public sealed interface Cell {

  /** As printed. */
  String text();

  /** Colour behind the text, {@code #rrggbb}; empty for none. */
  default String shade() {
    return "";
  }

  /** Whether it is the one to look at. */
  default boolean strong() {
    return false;
  }

  static Cell text(String text) {
    return new Words(text, "", false);
  }

  /** A code that other rows of the document account for, see {@link Row#accountOf}. */
  static Cell code(String code) {
    return new Code(code);
  }

  static Cell strong(String text) {
    return new Words(text, "", true);
  }

  /**
   * @param value null when missing
   */
  static Amount number(Double value, int decimals) {
    return new Amount(value == null ? null : BigDecimal.valueOf(value), decimals, Sign.MINUS, "");
  }

  static Amount whole(long value) {
    return new Amount(BigDecimal.valueOf(value), 0, Sign.MINUS, "");
  }

  static Amount change(Double value, int decimals) {
    return new Amount(value == null ? null : BigDecimal.valueOf(value), decimals, Sign.BOTH, "");
  }

  /**
   * @param value null when missing
   */
  static Amount change(BigDecimal value, int decimals) {
    return new Amount(value, decimals, Sign.BOTH, "");
  }

  /** Square metres as hectares. */
  static Amount hm2(Double m2) {
    return new Amount(NumberText.inHm2(m2), 2, Sign.MINUS, "");
  }

  /** Square metres as square kilometres. */
  static Amount km2(Double m2) {
    return new Amount(NumberText.inKm2(m2), 2, Sign.MINUS, "");
  }

  /** Which signs are printed. */
  enum Sign {
    MINUS,
    /** Also plus: changes and margins. */
    BOTH
  }

  record Words(String text, String shade, boolean strong) implements Cell {}

  /** Where the document accounts for it, a reader can jump there. */
  record Code(String text) implements Cell {}

  /**
   * @param value in the unit printed; null when missing
   * @param suffix printed behind it, e.g. %
   */
  record Amount(
      BigDecimal value, int decimals, Sign sign, String suffix, String shade, boolean strong)
      implements Cell {

    Amount(BigDecimal value, int decimals, Sign sign, String suffix) {
      this(value, decimals, sign, suffix, "", false);
    }

    @Override
    public String text() {
      String number = NumberText.of(value, decimals, sign == Sign.BOTH);
      return value == null ? number : number + suffix;
    }

    public Amount signed() {
      return new Amount(value, decimals, Sign.BOTH, suffix, shade, strong);
    }

    public Amount with(String ending) {
      return new Amount(value, decimals, sign, ending, shade, strong);
    }

    public Amount shaded(String colour) {
      return new Amount(value, decimals, sign, suffix, colour, strong);
    }

    public Amount stronger() {
      return new Amount(value, decimals, sign, suffix, shade, true);
    }
  }

  /** A light: symbol and word. */
  record Mark(Light light) implements Cell {
    @Override
    public String text() {
      return light.symbol() + " " + light.word();
    }
  }

  /** A light where there is room for its symbol only. */
  record Dot(Light light) implements Cell {
    @Override
    public String text() {
      return light.symbol();
    }
  }

  /**
   * A small picture, which repeats what other cells or the text say.
   *
   * @param text what it shows, for formats without it
   */
  record Picture(String text, Drawing drawing) implements Cell {}
}
