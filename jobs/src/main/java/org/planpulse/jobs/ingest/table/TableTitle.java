package org.planpulse.jobs.ingest.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a table.
 *
 * @param number like {@code 3-1}; null when not numbered
 * @param name without number; null when there is no title
 * @param year the only year named; null when none or several
 */
record TableTitle(String number, String name, Integer year) {

  private static final Pattern NUMBER =
      Pattern.compile(
          "附?表\\s*(\\d{1,3}(?:\\s*[-.]\\s*\\d{1,3})*)|^(\\d{1,3}\\s*[-.]\\s*\\d{1,3})(?![\\d.-])");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
  private static final Pattern RANGE =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}年?\\s*[-~至到、]+\\s*(?:19|20)?\\d{2}");

  /** A table without any text above it. */
  static final TableTitle NONE = new TableTitle(null, null, null);

  /**
   * @param lines texts above the table from top to bottom
   * @param sheet name of the sheet, which may hold the year
   */
  static TableTitle of(List<String> lines, String sheet) {
    String number = null;
    StringBuilder name = new StringBuilder();
    for (String line : lines) {
      String text = TableWords.dashes(TableWords.normalise(TableWords.withoutEnglish(line)));
      Matcher matcher = NUMBER.matcher(text);
      if (number == null && matcher.find()) {
        number = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).replace(" ", "");
        text = matcher.replaceFirst("").strip();
      }
      if (!TableWords.english(text) && !text.isEmpty()) {
        name.append(name.isEmpty() ? "" : " ").append(text);
      }
    }
    String joined = name.isEmpty() ? null : name.toString();
    Integer year = joined == null ? null : year(joined);
    boolean named = joined != null && YEAR.matcher(joined).find();
    return new TableTitle(number, joined, named ? year : year(TableWords.normalise(sheet)));
  }

  private static Integer year(String text) {
    if (RANGE.matcher(text.replace("~", "-")).find()) {
      return null;
    }
    List<String> years =
        YEAR.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    return years.size() == 1 ? Integer.valueOf(years.get(0)) : null;
  }
}
