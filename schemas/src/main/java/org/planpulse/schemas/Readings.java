package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.indicator.Indicator;

/** Decides by which formula each entry of the catalogue is computed. */
final class Readings {

  private Readings() {}

  /**
   * @param entries as written
   * @param choices option by indicator, where it is not the default
   */
  static List<Indicator> taken(List<Indicator> entries, Map<String, String> choices) {
    Map<String, Indicator> byCode = new HashMap<>();
    entries.forEach(entry -> byCode.put(entry.code(), taken(entry, choices.get(entry.code()))));
    choices.keySet().forEach(code -> requireChoice(code, byCode.get(code)));
    return entries.stream().map(entry -> resolved(byCode.get(entry.code()), byCode)).toList();
  }

  private static void requireChoice(String code, Indicator indicator) {
    require(
        indicator != null && indicator.choice() != null && indicator.sameAs() == null,
        "codelists/choices.yaml",
        "chooses for " + code + ", which leaves no choice");
  }

  private static Indicator taken(Indicator entry, String chosen) {
    if (entry.choice() == null) {
      return entry;
    }
    String option = chosen == null ? entry.choice().option() : chosen;
    require(
        entry.choice().options().containsKey(option),
        "indicator " + entry.code(),
        "has no option " + option);
    require(
        entry.formula() == null && entry.notComputable() == null,
        "indicator " + entry.code(),
        "has a formula beside its choice");
    return entry.choosing(option);
  }

  private static Indicator resolved(Indicator entry, Map<String, Indicator> byCode) {
    if (entry.sameAs() == null) {
      return entry;
    }
    String where = "indicator " + entry.code();
    Indicator other = byCode.get(entry.sameAs());
    require(
        other != null && other.sameAs() == null,
        where,
        "is the same as " + entry.sameAs() + ", which has no formula of its own");
    require(
        !entry.computed() && entry.notComputable() == null,
        where,
        "has a formula or reason beside that of " + entry.sameAs());
    require(
        !entry.examples().isEmpty() || entry.unit().equals(other.unit()),
        where,
        "has another unit than " + entry.sameAs() + " and no example of its own");
    return entry.as(other);
  }
}
