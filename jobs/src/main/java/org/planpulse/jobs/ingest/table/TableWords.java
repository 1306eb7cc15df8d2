package org.planpulse.jobs.ingest.table;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Chinese statistical tables are written, whatever they are about. */
final class TableWords {

  /** Footnote marks behind a label or value; read before normalising, which turns ① into 1. */
  static final Pattern MARK = Pattern.compile("[①-⑳㈠-㈩*＊†]+\\s*$");

  private static final Pattern BLANKS_BY_HAN =
      Pattern.compile("\\s+(?=[\\p{IsHan}(])|(?<=[\\p{IsHan})])\\s+");
  private static final Pattern ENGLISH_TAIL =
      Pattern.compile("(?<=[\\p{IsHan})])\\s*[A-Za-z][^\\p{IsHan}]*[a-z]{3}[^\\p{IsHan}]*$");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年?");
  private static final Pattern VALUE =
      Pattern.compile("[(+\\-−]?\\d[\\d,\\s]*(\\.\\d+)?\\)?\\s*[%‰万亿]?[①-⑳*]*");
  private static final Pattern SYMBOL =
      Pattern.compile("\\.{2,}|…+|[-—–−]+|/|\\*+|[Nn]\\.?/?[Aa]\\.?|#[A-Z0-9/]+[!?]|#N/A");
  private static final Pattern UNIT_LINE = Pattern.compile("^\\(?(?:计量)?单位[::](.*?)\\)?$");
  private static final Pattern NOTE =
      Pattern.compile("^(?:[①-⑳㈠-㈩*＊†]|注\\s*\\d*[:：.、]|注$|附注|说明[:：]|Notes?[:：.])");
  private static final Pattern SOURCE = Pattern.compile("^(?:资料)?来源[:：]|^Source[:：]");
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:续\\s*表|续?附?表\\s*\\d|\\d{1,3}\\s*[-.]\\s*\\d{1,3}\\s*(?:续|\\p{IsHan})|\\p{IsHan}*\\d{4}.*表\\s*\\d)");
  private static final Pattern STATEMENT = Pattern.compile("^[^:]{2,}:.+");
  private static final Pattern CONTINUATION = Pattern.compile("续\\s*表|续\\s*\\d|\\(续\\)");
  private static final Set<String> UNIT_HEADINGS = Set.of("单位", "计量单位");
  private static final Set<String> NOTE_HEADINGS = Set.of("备注", "说明", "注");
  private static final Set<String> SERIAL_HEADINGS = Set.of("序号", "编号", "行次", "代码");

  private TableWords() {}

  /** Full width folded, blanks beside Chinese characters dropped, other blanks single. */
  static String normalise(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
    return BLANKS_BY_HAN.matcher(folded).replaceAll("");
  }

  /** Without blanks of any kind at both ends. */
  static String trimmed(String text) {
    return text.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
  }

  /** The Chinese part of a bilingual text: whole English lines and an English tail are dropped. */
  static String withoutEnglish(String text) {
    String[] lines = text.split("\\R");
    StringBuilder kept = new StringBuilder();
    for (String line : lines) {
      if (lines.length == 1 || !english(line) || !hasHan(text)) {
        kept.append(line).append(' ');
      }
    }
    return ENGLISH_TAIL.matcher(kept.toString().stripTrailing()).replaceFirst("");
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** Latin words and no Chinese; codes and symbols such as GDP or PM2.5 are not English. */
  static boolean english(String text) {
    return !hasHan(text) && Pattern.compile("[a-z]{3}").matcher(text).find();
  }

  static boolean year(String text) {
    return YEAR.matcher(normalise(text)).matches();
  }

  /** A number however printed, or a symbol that stands for one ({@code …}, {@code -}). */
  static boolean value(String text) {
    String stripped = trimmed(text);
    return SYMBOL.matcher(stripped).matches()
        || VALUE.matcher(Normalizer.normalize(stripped, Normalizer.Form.NFKC)).matches();
  }

  /** The unit behind 单位：, or null when the text is no unit line. */
  static String unitLine(String text) {
    Matcher matcher = UNIT_LINE.matcher(normalise(text).replace(" ", ""));
    return matcher.matches() && !matcher.group(1).isEmpty() ? matcher.group(1) : null;
  }

  static boolean note(String text) {
    return NOTE.matcher(trimmed(text)).find();
  }

  static boolean source(String text) {
    return SOURCE.matcher(normalise(text)).find();
  }

  static boolean title(String text) {
    return TITLE.matcher(dashes(normalise(text))).find();
  }

  /** A remark above the table such as {@code 统计日期：2025年}. */
  static boolean statement(String text) {
    return STATEMENT.matcher(normalise(text)).matches();
  }

  static boolean continuation(String text) {
    return CONTINUATION.matcher(normalise(text)).find();
  }

  static boolean unitHeading(String path) {
    return UNIT_HEADINGS.contains(path.replace("/", "").replace(" ", ""));
  }

  static boolean noteHeading(String path) {
    return NOTE_HEADINGS.contains(path);
  }

  static boolean serialHeading(String path) {
    return SERIAL_HEADINGS.contains(path);
  }

  /** Every dash that stands between the parts of a table number as {@code -}. */
  static String dashes(String text) {
    return text.replaceAll("[‐-―−－ー─]", "-");
  }
}
