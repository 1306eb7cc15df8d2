package org.planpulse.jobs.explain;

/** Writes the divisions of a formula as readers do: {@code try_divide(a, b)} as a ÷ b. */
final class Quotients {
  private static final String CALL = "try_divide(";

  private Quotients() {}

  static String of(String formula) {
    int start = formula.indexOf(CALL);
    if (start < 0) {
      return formula;
    }
    int open = start + CALL.length();
    int comma = topLevel(formula, open, ',');
    int close = topLevel(formula, comma + 1, ')');
    String before = formula.substring(0, start);
    String quotient =
        bracketed(of(formula.substring(open, comma).strip()), "+-")
            + " ÷ "
            + bracketed(of(formula.substring(comma + 1, close).strip()), "+-*/÷");
    boolean divides = before.stripTrailing().endsWith("/");
    return before + (divides ? "(" + quotient + ")" : quotient) + of(formula.substring(close + 1));
  }

  /** In brackets when one of the operators stands outside brackets; signs of numbers are none. */
  private static String bracketed(String term, String operators) {
    boolean compound = false;
    for (char operator : operators.toCharArray()) {
      int at = topLevel(term, 0, operator);
      compound |= at > 0 && term.startsWith(" ", at + 1);
    }
    return compound || term.startsWith("CASE ") ? "(" + term + ")" : term;
  }

  /** Where the character first stands outside brackets that open from {@code from} on, or -1. */
  private static int topLevel(String text, int from, char wanted) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && depth == 0) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return -1;
  }
}
