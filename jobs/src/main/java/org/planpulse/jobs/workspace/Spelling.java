package org.planpulse.jobs.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name an operator probably meant. */
public final class Spelling {

  private Spelling() {}

  /**
   * The valid name nearest to {@code written} by edit distance; empty when none is nearer than half
   * the word.
   */
  public static Optional<String> nearest(String written, Collection<String> valid) {
    return valid.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(written, name)).thenComparing(n -> n))
        .filter(name -> distance(written, name) <= Math.max(1, written.length() / 2));
  }

  /** Levenshtein distance: the fewest single-character insertions, deletions and replacements. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
