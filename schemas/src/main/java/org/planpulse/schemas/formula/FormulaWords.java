package org.planpulse.schemas.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers and signs of a formula, read one after another. */
final class FormulaWords {

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:([A-Za-z_]\\w*)|(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)|(<=|>=|<>|!=|[-+*/(),<>=]))");

  private final String formula;
  private final List<String> words = new ArrayList<>();
  private int next;

  FormulaWords(String formula) {
    this.formula = formula.strip();
    Matcher matcher = WORD.matcher(this.formula);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      words.add(matcher.group().strip());
      end = matcher.end();
    }
    if (end < this.formula.length()) {
      throw new FormulaException("has something unreadable at: " + this.formula.substring(end));
    }
  }

  /** The next word, which stays next; empty at the end. */
  String peek() {
    return next < words.size() ? words.get(next) : "";
  }

  String take() {
    String word = peek();
    next++;
    return word;
  }

  /** Takes the next word when it is this one, whatever its case. */
  boolean takeIf(String word) {
    boolean same = peek().toUpperCase(Locale.ROOT).equals(word);
    if (same) {
      next++;
    }
    return same;
  }

  void expect(String word) {
    if (!takeIf(word)) {
      String found = peek().isEmpty() ? "its end" : peek();
      throw new FormulaException("needs " + word + " where it has " + found + ": " + formula);
    }
  }

  void expectEnd() {
    if (next < words.size()) {
      throw new FormulaException("ends before " + peek() + ": " + formula);
    }
  }
}
