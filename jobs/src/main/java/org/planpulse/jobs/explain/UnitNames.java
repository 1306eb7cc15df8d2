package org.planpulse.jobs.explain;

import org.planpulse.schemas.Language;
import org.planpulse.schemas.codelist.UnitTable;

/** How units are printed. */
public final class UnitNames {

  private UnitNames() {}

  /**
   * The symbol of a unit behind a number, a compound SI unit as it stands; nothing for none. One
   * that starts with a digit is multiplied: 7 × 10⁴ persons.
   */
  public static String symbol(UnitTable units, String unit, Language language) {
    if (unit == null) {
      return "";
    }
    String symbol = units.find(unit).map(known -> known.symbol().in(language)).orElse(unit);
    boolean scaled = !symbol.isEmpty() && Character.isDigit(symbol.charAt(0));
    return scaled && !"1".equals(symbol) ? "× " + symbol : symbol;
  }
}
