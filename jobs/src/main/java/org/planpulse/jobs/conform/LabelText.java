package org.planpulse.jobs.conform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Labels of tables made comparable. Yearbooks justify names with blanks, mix full-width and
 * half-width characters, and mark sub-items and footnotes.
 */
public final class LabelText {

  private static final Pattern FOOTNOTE_MARKS = Pattern.compile("[\u2460-\u2473*＊]+\\s*$");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u3000\u200b]+");
  private static final Pattern OF_WHICH = Pattern.compile("^(#|其中[:：]?)+");

  private LabelText() {}

  /** Full width folded, blanks, footnote marks and the marks of a sub-item dropped, lower case. */
  static String fold(String label) {
    String unmarked = FOOTNOTE_MARKS.matcher(label).replaceFirst("");
    String folded = Normalizer.normalize(unmarked, Normalizer.Form.NFKC);
    folded = BLANKS.matcher(folded).replaceAll("");
    return OF_WHICH.matcher(folded).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /** The elements of a path; a slash inside brackets, as in {@code (kg/hm2)}, does not separate. */
  public static List<String> elements(String path) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    int depth = 0;
    for (char c : path == null ? new char[0] : path.toCharArray()) {
      if (c == '(' || c == '（') {
        depth++;
      } else if (c == ')' || c == '）') {
        depth--;
      }
      if (c == '/' && depth <= 0) {
        add(elements, element);
      } else {
        element.append(c);
      }
    }
    add(elements, element);
    return elements;
  }

  private static void add(List<String> elements, StringBuilder element) {
    String folded = fold(element.toString());
    if (!folded.isEmpty()) {
      elements.add(folded);
    }
    element.setLength(0);
  }
}
