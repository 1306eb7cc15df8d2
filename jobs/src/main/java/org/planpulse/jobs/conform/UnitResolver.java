package org.planpulse.jobs.conform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.codelist.UnitTable;

/** Finds the unit a value is printed in. */
final class UnitResolver {

  private static final Pattern SEVERAL = Pattern.compile("[、,，;；]");

  private final UnitTable units;

  UnitResolver(UnitTable units) {
    this.units = units;
  }

  /**
   * The unit of the first text given; {@code usual} when none is.
   *
   * @param texts what the file prints, nearest to the value first; blanks and nulls do not count
   * @param usual the contract's unit; decides between units of one text such as 万元、人
   * @return empty when the text names no unit, or several that could be meant
   */
  Optional<Unit> resolve(List<String> texts, Unit usual) {
    return texts.stream()
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .map(text -> oneOf(text, usual))
        .orElse(Optional.of(usual));
  }

  /**
   * The unit after the digits of a value. A mere multiplier joins the unit: {@code 7.06万} where the
   * table counts in 人 or in 万人 is 7.06 万人.
   *
   * @param suffix not empty
   * @param unit the table's unit
   */
  Optional<Unit> ofSuffix(String suffix, Unit unit) {
    Optional<Unit> own = units.find(suffix);
    if (own.isPresent()) {
      return own;
    }
    boolean repeated =
        Stream.concat(Stream.of(unit.code()), unit.aliases().stream())
            .anyMatch(spelling -> spelling.startsWith(suffix));
    if (repeated) {
      return Optional.of(unit);
    }
    return Stream.concat(Stream.of(unit.code()), unit.aliases().stream())
        .flatMap(spelling -> units.find(suffix + spelling).stream())
        .findFirst();
  }

  /** Whether the text in brackets behind a label is a unit. */
  boolean isUnit(String text) {
    return units.find(text).isPresent();
  }

  private Optional<Unit> oneOf(String text, Unit usual) {
    Optional<Unit> whole = units.find(text);
    if (whole.isPresent()) {
      return whole;
    }
    List<Unit> known =
        SEVERAL.splitAsStream(text).flatMap(part -> units.find(part).stream()).distinct().toList();
    List<Unit> fitting = known.stream().filter(unit -> unit.si().equals(usual.si())).toList();
    if (fitting.isEmpty()) {
      return known.stream().findFirst();
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}
