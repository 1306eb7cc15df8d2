package org.planpulse.jobs.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planpulse.schemas.contract.Column;

/**
 * Finds the item a cell measures, by the labels of its row and column. The longest run of labels
 * that a contract knows wins: {@code 人口/城镇} before {@code 城镇}.
 */
final class ItemResolver {

  private static final Pattern BRACKETED = Pattern.compile("(.+)\\(([^()]*)\\)");

  private final Map<String, Column> bySpelling = new HashMap<>();
  private final UnitResolver units;

  ItemResolver(List<Column> columns, UnitResolver units) {
    this.units = units;
    for (Column column : columns) {
      if (column.item()) {
        column.aliases().forEach(alias -> bySpelling.putIfAbsent(spelling(alias), column));
      }
    }
  }

  /**
   * @param unit text in brackets behind the item's name; null when there is none
   */
  record Item(Column column, String unit) {}

  /**
   * @param table the table's name, which holds the item where rows and columns are only years and
   *     regions; may be null
   * @param row labels of the row, outermost first, folded, without years and regions
   * @param column likewise
   * @return empty when a label would have to be ignored: the cell may then measure something else,
   *     such as the growth of the item
   */
  Optional<Item> resolve(String table, List<String> row, List<String> column) {
    if (row.isEmpty() || column.isEmpty()) {
      List<String> labels = row.isEmpty() ? column : row;
      return longest(join(LabelText.elements(table), labels), Math.min(1, labels.size()));
    }
    return longest(join(row, column), column.size() + 1)
        .or(() -> longest(join(column, row), row.size() + 1));
  }

  /**
   * Whether the column's labels alone name an item, so that it is the row that is not understood.
   */
  boolean known(List<String> labels) {
    return longest(labels, 1).isPresent();
  }

  private Optional<Item> longest(List<String> labels, int atLeast) {
    for (int from = 0; from <= labels.size() - Math.max(1, atLeast); from++) {
      List<String> run = labels.subList(from, labels.size());
      Optional<Item> item = find(run);
      if (item.isPresent()) {
        return item;
      }
    }
    return Optional.empty();
  }

  private Optional<Item> find(List<String> run) {
    Column whole = bySpelling.get(String.join("/", run));
    List<String> bare = new ArrayList<>();
    String unit = null;
    for (String label : run) {
      Matcher matcher = BRACKETED.matcher(label);
      boolean withUnit = matcher.matches() && units.isUnit(matcher.group(2));
      bare.add(withUnit ? matcher.group(1) : label);
      unit = withUnit ? matcher.group(2) : unit;
    }
    Column found = whole != null ? whole : bySpelling.get(String.join("/", bare));
    return found == null ? Optional.empty() : Optional.of(new Item(found, unit));
  }

  private static List<String> join(List<String> outer, List<String> inner) {
    return Stream.concat(outer.stream(), inner.stream()).toList();
  }

  private static String spelling(String alias) {
    return String.join("/", LabelText.elements(alias));
  }
}
