package org.planpulse.schemas.codelist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.Spelling;

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

  /** The unit written as {@code text}, compared as {@link Spelling} does. */
  public Optional<Unit> find(String text) {
    return Optional.ofNullable(bySpelling.get(Spelling.fold(text)));
  }

  public Unit get(String code) {
    return find(code).orElseThrow(() -> new SchemaException("unknown unit " + code));
  }

  private void register(String spelling, Unit unit) {
    Unit other = bySpelling.put(Spelling.fold(spelling), unit);
    if (other != null && !other.code().equals(unit.code())) {
      throw new SchemaException(
          "unit spelling '" + spelling + "' means both " + other.code() + " and " + unit.code());
    }
  }
}
