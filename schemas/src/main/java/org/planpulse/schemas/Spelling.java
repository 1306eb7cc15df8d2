package org.planpulse.schemas;

import java.text.Normalizer;
import java.util.Locale;

/** How names and units from files are compared: full width folded, blanks dropped, case ignored. */
public final class Spelling {

  private Spelling() {}

  /** The form under which two spellings of one name are equal. */
  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
