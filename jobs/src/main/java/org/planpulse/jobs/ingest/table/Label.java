package org.planpulse.jobs.ingest.table;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row or column heading taken apart.
 *
 * @param name normalised, without marks, unit and sub-item sign; may be empty
 * @param unit in brackets behind the name, or the whole heading when it is a unit; null without one
 * @param marks footnote marks behind the name
 * @param subitem whether it begins with {@code #} or 其中
 * @param indent blanks before the name, a full-width one as two
 */
public record Label(String name, String unit, String marks, boolean subitem, int indent) {

  private static final Pattern BRACKETS = Pattern.compile("^(.*?)[(\\[]([^()\\[\\]]*)[)\\]]$");
  private static final Pattern SUBITEM = Pattern.compile("^(?:#|其中[::、]?)\\s*");

  /**
   * @param isUnit tells a unit from other words in brackets
   */
  public static Label of(String text, Predicate<String> isUnit) {
    String chinese = TableWords.withoutEnglish(text);
    Matcher marked = TableWords.MARK.matcher(chinese);
    String marks = marked.find() ? marked.group().strip() : "";
    String name = TableWords.normalise(marks.isEmpty() ? chinese : marked.replaceFirst(""));
    Matcher sub = SUBITEM.matcher(name);
    boolean subitem = sub.find();
    name = subitem ? sub.replaceFirst("") : name;
    String unit = null;
    Matcher brackets = BRACKETS.matcher(name);
    if (brackets.matches()) {
      String inside = brackets.group(2).replaceFirst("^(?:计量)?单位:", "");
      if (isUnit.test(inside)) {
        unit = inside;
        name = brackets.group(1).strip();
      }
    } else if (isUnit.test(name)) {
      unit = name;
      name = "";
    }
    return new Label(name, unit, marks, subitem, indent(text));
  }

  private static int indent(String text) {
    int indent = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return indent;
      }
      indent += c == '\u3000' ? 2 : 1;
    }
    return indent;
  }
}
