package org.planpulse.jobs.conform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row or column label that is nothing but a year: {@code 2023}, {@code 2023年}. */
public final class YearLabel {

  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年?");

  private YearLabel() {}

  /**
   * @param label folded
   */
  public static Optional<Integer> read(String label) {
    Matcher matcher = YEAR.matcher(label);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
