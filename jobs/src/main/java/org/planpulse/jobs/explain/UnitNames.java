package org.planpulse.jobs.explain;

import org.planpulse.schemas.Language;
import org.planpulse.schemas.codelist.UnitTable;

/** How units are printed. */
public final class UnitNames {

  private UnitNames() {}

  /** The symbol of a unit, a compound SI unit as it stands; nothing for none. */
  public static String symbol(UnitTable units, String unit, Language language) {
    return unit == null
        ? ""
        : units.find(unit).map(known -> known.symbol().in(language)).orElse(unit);
  }
}
