package org.planpulse.schemas.formula;

import static org.planpulse.schemas.formula.Term.ANY;
import static org.planpulse.schemas.formula.Term.TRUTH;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The unit that a formula's value has by the units of its inputs. Formulas are a small part of
 * Spark SQL: {@code + - * /}, comparisons, {@code AND OR NOT}, {@code IS NULL}, {@code CASE} and
 * the functions below; everything else is refused, so that nothing goes unchecked.
 */
public final class FormulaUnits {

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private final Map<String, UnitPowers> inputs;
  private final Set<String> used = new HashSet<>();
  private final FormulaWords words;

  private FormulaUnits(String formula, Map<String, UnitPowers> inputs) {
    this.inputs = inputs;
    this.words = new FormulaWords(formula);
  }

  /**
   * @param inputs what each input measures, by name
   * @return what the value measures
   * @throws FormulaException when the formula does not read, names an unknown input or function,
   *     leaves out an input, adds or compares different units, or gives no number
   */
  public static UnitPowers of(String formula, Map<String, UnitPowers> inputs) {
    FormulaUnits reader = new FormulaUnits(formula, inputs);
    Term value = reader.condition();
    reader.words.expectEnd();
    for (String input : inputs.keySet()) {
      if (!reader.used.contains(input)) {
        throw new FormulaException("does not use its input " + input);
      }
    }
    return value.units();
  }

  private Term condition() {
    Term left = conjunction();
    while (words.takeIf("OR")) {
      left = left.and(conjunction());
    }
    return left;
  }

  private Term conjunction() {
    Term left = negation();
    while (words.takeIf("AND")) {
      left = left.and(negation());
    }
    return left;
  }

  private Term negation() {
    return words.takeIf("NOT") ? negation().and(TRUTH) : comparison();
  }

  private Term comparison() {
    Term left = sum();
    if (COMPARISONS.contains(words.peek())) {
      String sign = words.take();
      left.same(sum(), sign);
      return TRUTH;
    }
    if (words.takeIf("IS")) {
      words.takeIf("NOT");
      words.expect("NULL");
      return TRUTH;
    }
    return left;
  }

  private Term sum() {
    Term left = product();
    while (words.peek().equals("+") || words.peek().equals("-")) {
      String sign = words.take();
      left = left.same(product(), sign);
    }
    return left;
  }

  private Term product() {
    Term left = factor();
    while (words.peek().equals("*") || words.peek().equals("/")) {
      boolean times = words.take().equals("*");
      Term right = factor();
      left = times ? left.times(right) : left.per(right);
    }
    return left;
  }

  private Term factor() {
    if (words.takeIf("-")) {
      return factor().negative();
    }
    if (words.takeIf("(")) {
      Term inner = condition();
      words.expect(")");
      return inner;
    }
    if (words.takeIf("CASE")) {
      return cases();
    }
    if (words.takeIf("NULL")) {
      return ANY;
    }
    String word = words.take();
    if (word.isEmpty() || !Character.isLetterOrDigit(word.charAt(0)) && word.charAt(0) != '_') {
      throw new FormulaException(
          "has " + (word.isEmpty() ? "its end" : word) + " where it needs a value");
    }
    if (Character.isDigit(word.charAt(0))) {
      return Term.number(Double.parseDouble(word));
    }
    return words.takeIf("(") ? call(word) : input(word);
  }

  private Term input(String name) {
    UnitPowers units = inputs.get(name);
    if (units == null) {
      throw new FormulaException("names " + name + ", which is none of its inputs");
    }
    used.add(name);
    return Term.of(units);
  }

  private Term cases() {
    Term value = ANY;
    while (words.takeIf("WHEN")) {
      condition().and(TRUTH);
      words.expect("THEN");
      value = value.same(condition(), "CASE");
    }
    if (words.takeIf("ELSE")) {
      value = value.same(condition(), "CASE");
    }
    words.expect("END");
    return value;
  }

  private Term call(String name) {
    List<Term> given = new ArrayList<>();
    do {
      given.add(condition());
    } while (words.takeIf(","));
    words.expect(")");
    String function = name.toLowerCase(Locale.ROOT);
    switch (function) {
      case "try_divide":
        return arguments(function, given, 2).get(0).per(given.get(1));
      case "coalesce", "greatest", "least":
        return given.stream().reduce(ANY, (a, b) -> a.same(b, function));
      case "nullif":
        return arguments(function, given, 2).get(0).same(given.get(1), function);
      case "if":
        arguments(function, given, 3).get(0).and(TRUTH);
        return given.get(1).same(given.get(2), function);
      case "abs":
        return arguments(function, given, 1).get(0).absolute();
      case "sqrt":
        return arguments(function, given, 1).get(0).root();
      case "pow", "power":
        return arguments(function, given, 2).get(0).toThe(given.get(1));
      case "ln", "exp", "log10":
        return arguments(function, given, 1).get(0).same(Term.number(1), function);
      default:
        throw new FormulaException(
            "calls "
                + name
                + ", which is not allowed; allowed are try_divide, coalesce, greatest,"
                + " least, nullif, if, abs, sqrt, pow, ln, log10 and exp");
    }
  }

  private static List<Term> arguments(String function, List<Term> given, int count) {
    if (given.size() != count) {
      throw new FormulaException(
          "gives " + function + " " + given.size() + " arguments instead of " + count);
    }
    return given;
  }
}
