package org.planpulse.schemas.codelist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.planpulse.schemas.LocalText;

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
public record Unit(String code, String si, String factor, List<String> aliases, LocalText symbol) {

  public Unit {
    aliases = aliases == null ? List.of() : aliases;
  }

  /** Factor to the SI unit, exact for decimals, 34 digits for fractions. */
  public BigDecimal toSi() {
    int slash = factor.indexOf('/');
    if (slash < 0) {
      return new BigDecimal(factor);
    }
    return new BigDecimal(factor.substring(0, slash))
        .divide(new BigDecimal(factor.substring(slash + 1)), MathContext.DECIMAL128);
  }

  public double toSi(double value) {
    return new BigDecimal(Double.toString(value)).multiply(toSi()).doubleValue();
  }

  public double fromSi(double siValue) {
    return new BigDecimal(Double.toString(siValue))
        .divide(toSi(), MathContext.DECIMAL128)
        .doubleValue();
  }
}
