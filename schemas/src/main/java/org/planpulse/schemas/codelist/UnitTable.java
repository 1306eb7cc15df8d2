package org.planpulse.schemas.codelist;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.planpulse.schemas.SchemaException;

/** All units, found by code or by any spelling met in files. */
public final class UnitTable {

  private final Map<String, Unit> bySpelling = new HashMap<>();
  private final List<Unit> units;

  public UnitTable(List<Unit> units) {
    this.units = List.copyOf(units);
    for (Unit unit : units) {
      register(unit.code(), unit);
      unit.aliases().forEach(alias -> register(alias, unit));
    }
  }

  public List<Unit> all() {
    return units;
  }

  /** The unit written as {@code text}: full width folded, blanks dropped, case ignored. */
  public Optional<Unit> find(String text) {
    return Optional.ofNullable(bySpelling.get(fold(text)));
  }

  public Unit get(String code) {
    return find(code).orElseThrow(() -> new SchemaException("unknown unit " + code));
  }

  private void register(String spelling, Unit unit) {
    Unit other = bySpelling.put(fold(spelling), unit);
    if (other != null && !other.code().equals(unit.code())) {
      throw new SchemaException(
          "unit spelling '" + spelling + "' means both " + other.code() + " and " + unit.code());
    }
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
