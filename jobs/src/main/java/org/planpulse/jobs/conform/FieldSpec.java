package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.contract.Column;

/**
 * A column of a contract in the form Spark's workers receive it.
 *
 * @param unit null for texts and codes
 * @param siUnit null likewise
 * @param toSi factor to the SI unit; one where there is no unit
 * @param codes values allowed; null for any
 * @param pattern null for any
 * @param detectionLimit null where values below one are not written as such
 */
record FieldSpec(
    String name,
    String label,
    List<String> aliases,
    boolean required,
    boolean unique,
    boolean item,
    String unit,
    String siUnit,
    BigDecimal toSi,
    Set<String> codes,
    Pattern pattern,
    double minimum,
    double maximum,
    BigDecimal detectionLimit,
    Map<String, String> valueCodes)
    implements Serializable {

  static FieldSpec of(Column column, Schemas schemas) {
    Optional<Unit> unit = column.unit().map(schemas.units()::get);
    return new FieldSpec(
        column.name(),
        column.label(),
        column.aliases(),
        column.required(),
        column.unique(),
        column.item(),
        unit.map(Unit::code).orElse(null),
        unit.map(Unit::si).orElse(null),
        unit.map(Unit::toSi).orElse(BigDecimal.ONE),
        column.codelist().map(list -> new TreeSet<>(schemas.codelists().get(list))).orElse(null),
        column.pattern().map(Pattern::compile).orElse(null),
        column.minimum().orElse(Double.NEGATIVE_INFINITY),
        column.maximum().orElse(Double.POSITIVE_INFINITY),
        column.detectionLimit().orElse(null),
        new TreeMap<>(column.valueCodes()));
  }

  boolean plausible(BigDecimal value) {
    return value.doubleValue() >= minimum && value.doubleValue() <= maximum;
  }
}
