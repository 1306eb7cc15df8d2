package org.planpulse.jobs.draft;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Spelling;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;

/**
 * Columns of a silver table that contracts fill, found by the headings under which other contracts
 * fill them. Each is given once.
 */
final class TargetColumns {

  private static final Pattern DEFINITION = Pattern.compile("(?m)^  (\\w+) ([A-Z]+)");
  private static final String KEYS = "entry_id|feature_id";
  private static final String REGION = "region_code";
  private static final String REGION_DIGITS = "\\d{6,12}(\\d{7})?";

  private final Map<String, String> types;
  private final Map<String, Map<Column, Long>> byHeading = new HashMap<>();
  private final Set<String> given = new HashSet<>();

  TargetColumns(String target, Schemas schemas) {
    this.types =
        DEFINITION
            .matcher(schemas.warehouse().get(target))
            .results()
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    for (Contract contract : schemas.contracts()) {
      if (contract.target().equals(target)) {
        contract.columns().stream()
            .filter(column -> !column.item() && types.containsKey(column.name()))
            .forEach(this::learn);
      }
    }
  }

  private void learn(Column column) {
    for (String alias : column.aliases()) {
      count(alias, column);
    }
    count(column.name(), column);
  }

  private void count(String heading, Column column) {
    byHeading
        .computeIfAbsent(Spelling.fold(heading), key -> new HashMap<>())
        .merge(column, 1L, Long::sum);
  }

  /** Whether the table has a column of this name, whoever fills it. */
  boolean has(String name) {
    return types.containsKey(name);
  }

  /** Whether the table has a column of texts of this name. */
  boolean holdsTexts(String name) {
    return "STRING".equals(types.get(name));
  }

  /** Whether the column was given, or is so by this call. */
  boolean give(String name) {
    return given.add(name);
  }

  boolean given(String name) {
    return given.contains(name);
  }

  /**
   * The column most contracts fill from this heading, if the texts fit it and none was given it.
   *
   * @param unit printed in the heading
   * @param key whether the column's values could tell rows apart
   */
  Optional<String> of(
      ColumnSample sample, String heading, Optional<Unit> unit, boolean key, Schemas schemas) {
    Map<String, Long> votes =
        byHeading.getOrDefault(Spelling.fold(heading), Map.of()).entrySet().stream()
            .filter(known -> fits(sample, known.getKey(), unit, schemas))
            .filter(known -> !given.contains(known.getKey().name()))
            .filter(known -> key || !known.getKey().name().matches(KEYS))
            .collect(
                Collectors.toMap(known -> known.getKey().name(), Map.Entry::getValue, Long::sum));
    Optional<String> name =
        votes.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey);
    name.ifPresent(given::add);
    return name;
  }

  private boolean fits(ColumnSample sample, Column column, Optional<Unit> unit, Schemas schemas) {
    boolean measured = column.unit().isPresent();
    boolean sameKind =
        !measured
            || unit.isPresent()
                && unit.get().si().equals(schemas.units().get(column.unit().get()).si());
    boolean readable =
        switch (types.get(column.name())) {
          case "STRING" -> !column.name().equals(REGION) || sample.all(REGION_DIGITS);
          case "DATE" -> sample.type() == ColumnSample.Type.DATE;
          case "INT" -> sample.type() == ColumnSample.Type.INTEGER;
          default -> sample.number();
        };
    return sameKind && readable;
  }
}
