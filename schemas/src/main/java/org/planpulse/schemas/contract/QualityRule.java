package org.planpulse.schemas.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planpulse.schemas.SchemaException;

/**
 * What must hold between the figures of one region and year, or the columns of one row: two sums
 * that are equal, or of which one is not larger, e.g. {@code total = part_a + part_b}. A sum may
 * hold plain numbers.
 *
 * @param id names the rule within its contract
 * @param text as the contract writes it; {@code a >= b} as {@code b <= a}
 * @param equal whether both sides are equal; else the left one is at most the right one
 * @param terms items with the sign they have once all stand on the left side
 * @param constant what plain numbers add up to on the left side, in SI units, e.g. -1 where parts
 *     make the whole
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param description in English, what the rule says
 */
public record QualityRule(
    String id,
    String text,
    boolean equal,
    Map<String, Integer> terms,
    BigDecimal constant,
    String severity,
    String description)
    implements Serializable {

  private static final Pattern RULE = Pattern.compile("([^=<>]+?)\\s*(<=|>=|=)\\s*([^=<>]+)");
  private static final Pattern TERM =
      Pattern.compile("\\s*([+-]?)\\s*(?:([a-z][a-z0-9_]*)|(\\d+(?:\\.\\d+)?))\\s*");
  private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");

  public QualityRule {
    terms = Map.copyOf(terms);
  }

  /**
   * @param path of the contract, for messages
   * @throws SchemaException when the text is no rule
   */
  static QualityRule parse(
      String path, String id, String text, String severity, String description) {
    Matcher rule = RULE.matcher(text.strip());
    if (!rule.matches()) {
      throw new SchemaException(
          path + ": rule " + id + " is not 'a + b = c', 'a + b <= c' or 'c >= a + b': " + text);
    }
    if (!SEVERITIES.contains(severity)) {
      throw new SchemaException(path + ": rule " + id + " has no severity '" + severity + "'");
    }
    boolean turned = rule.group(2).equals(">=");
    String left = rule.group(turned ? 3 : 1).strip();
    String right = rule.group(turned ? 1 : 3).strip();
    Map<String, Integer> terms = new LinkedHashMap<>();
    BigDecimal constant = sum(path, id, left, 1, terms).add(sum(path, id, right, -1, terms));
    if (terms.isEmpty()) {
      throw new SchemaException(path + ": rule " + id + " names no item: " + text);
    }
    boolean equal = rule.group(2).equals("=");
    return new QualityRule(
        id, left + (equal ? " = " : " <= ") + right, equal, terms, constant, severity, description);
  }

  /** Adds the items of a side to the terms and returns the sum of its numbers. */
  private static BigDecimal sum(
      String path, String id, String side, int sign, Map<String, Integer> terms) {
    Matcher term = TERM.matcher(side);
    BigDecimal constant = BigDecimal.ZERO;
    int end = 0;
    while (end < side.length() && term.find(end) && term.start() == end) {
      boolean first = end == 0;
      if (first != term.group(1).isEmpty()) {
        break;
      }
      int signed = "-".equals(term.group(1)) ? -sign : sign;
      if (term.group(3) != null) {
        constant = constant.add(new BigDecimal(term.group(3)).multiply(BigDecimal.valueOf(signed)));
      } else if (terms.put(term.group(2), signed) != null) {
        throw new SchemaException(path + ": rule " + id + " names " + term.group(2) + " twice");
      }
      end = term.end();
    }
    if (end < side.length()) {
      throw new SchemaException(path + ": rule " + id + ": cannot read '" + side.strip() + "'");
    }
    return constant;
  }

  /** The rule with its items by the names departments print. */
  public String text(UnaryOperator<String> label) {
    return ITEM.matcher(text)
        .replaceAll(item -> Matcher.quoteReplacement(label.apply(item.group())));
  }

  /** The items of the rule, in the order they are named. */
  public List<String> items() {
    List<String> names = new ArrayList<>(terms.keySet());
    names.sort((a, b) -> Integer.compare(text.indexOf(a), text.indexOf(b)));
    return names;
  }

  /**
   * How far the values are from the rule, left side minus right side.
   *
   * @param values in one unit
   * @return empty when a value is missing, for then nothing can be said
   */
  public Optional<BigDecimal> excess(Map<String, BigDecimal> values) {
    BigDecimal sum = constant;
    for (Map.Entry<String, Integer> term : terms.entrySet()) {
      BigDecimal value = values.get(term.getKey());
      if (value == null) {
        return Optional.empty();
      }
      sum = sum.add(value.multiply(BigDecimal.valueOf(term.getValue())));
    }
    return Optional.of(sum);
  }

  /**
   * Whether the values break the rule by more than rounding explains.
   *
   * @param tolerance what the rounding of the printed values allows
   */
  public boolean broken(Map<String, BigDecimal> values, BigDecimal tolerance) {
    return excess(values)
        .map(excess -> (equal ? excess.abs() : excess).compareTo(tolerance) > 0)
        .orElse(false);
  }
}
