package org.planpulse.schemas.codelist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * A unit of measurement.
 *
 * @param code ASCII or common symbol, e.g. {@code km2}, {@code 万m3}
 * @param si the SI (or project base) unit of its quantity, e.g. {@code m2}, {@code person}, {@code
 *     yuan}
 * @param factor how many {@code si} one unit is: a decimal or a fraction {@code 2000/3}
 * @param aliases spellings met in files, compared after normalisation
 * @param symbol how reports print it
 */
public record Unit(
    String code, String si, String factor, @MayBeAbsent List<String> aliases, LocalText symbol) {

  /** Code of the unit of ratios. */
  public static final String PURE_NUMBER = "1";

  private static final Pattern FACTOR = Pattern.compile("\\d+(\\.\\d+)?(/[1-9]\\d*)?");

  public Unit {
    aliases = aliases == null ? List.of() : aliases;
    if (factor == null || !FACTOR.matcher(factor).matches()) {
      throw new IllegalArgumentException(
          "factor of unit " + code + " is neither a decimal nor a fraction: " + factor);
    }
  }

  /** Factor to the SI unit, exact for decimals, 34 digits for fractions. */
  public BigDecimal toSi() {
    return numerator().divide(denominator(), MathContext.DECIMAL128);
  }

  public double toSi(double value) {
    return BigDecimal.valueOf(value)
        .multiply(numerator())
        .divide(denominator(), MathContext.DECIMAL128)
        .doubleValue();
  }

  public double fromSi(double siValue) {
    return BigDecimal.valueOf(siValue)
        .multiply(denominator())
        .divide(numerator(), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** What turns an SI value into this unit, to be written after it: {@code × 3 ÷ 20000000}. */
  public String wayFromSi() {
    BigDecimal inverse = BigDecimal.ONE.divide(numerator(), MathContext.DECIMAL128);
    boolean small = numerator().compareTo(BigDecimal.ONE) < 0;
    BigDecimal times = small ? denominator().multiply(inverse) : denominator();
    BigDecimal by = small ? BigDecimal.ONE : numerator();
    return (times.compareTo(BigDecimal.ONE) == 0 ? "" : " × " + plain(times))
        + (by.compareTo(BigDecimal.ONE) == 0 ? "" : " ÷ " + plain(by));
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.setScale(Math.max(0, shortest.scale())).toPlainString();
  }

  /** Whether values in both units can be converted into each other. */
  public boolean measuresSameAs(Unit other) {
    return si.equals(other.si);
  }

  private BigDecimal numerator() {
    return new BigDecimal(factor.split("/")[0]);
  }

  private BigDecimal denominator() {
    String[] parts = factor.split("/");
    return parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1]);
  }
}
