package org.planpulse.jobs.ingest.record;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.planpulse.schemas.contract.Contract;

/**
 * The headings of a list. Titles and remarks may precede them.
 *
 * @param headings one a column, unique, blank ones named by their position
 */
public record HeaderRow(List<String> headings) {

  /** Headings a contract does not know are common; a title row matches none. */
  private static final double KNOWN_SHARE = 0.6;

  /** Lines in which a header is looked for without a contract. */
  private static final int LOOKED_AT = 30;

  /** What {@link #isHeader} compares with. */
  static Set<String> known(Contract contract) {
    return contract.columns().stream()
        .flatMap(column -> column.aliases().stream())
        .map(HeaderRow::fold)
        .collect(Collectors.toSet());
  }

  /** Whether at least 60 % of the filled cells are headings the contract knows. */
  static boolean isHeader(Line line, Set<String> known) {
    List<String> filled = line.texts().stream().filter(text -> !text.isBlank()).toList();
    long matches = filled.stream().map(HeaderRow::fold).filter(known::contains).count();
    return !filled.isEmpty() && matches >= KNOWN_SHARE * filled.size();
  }

  /**
   * Index of the first line that looks like headings to one who knows no contract: different words,
   * no figures, over most of the columns.
   */
  public static OptionalInt guess(RecordSheet sheet) {
    List<Line> top = sheet.lines().stream().limit(LOOKED_AT).toList();
    long widest = top.stream().mapToLong(HeaderRow::filled).max().orElse(0);
    return IntStream.range(0, top.size())
        .filter(index -> looksLikeHeadings(top.get(index), widest))
        .findFirst();
  }

  private static boolean looksLikeHeadings(Line line, long widest) {
    List<String> texts = line.texts().stream().filter(text -> !text.isBlank()).toList();
    boolean words = texts.stream().noneMatch(text -> text.strip().matches("[-+\\d.,%]+"));
    boolean different = new HashSet<>(texts).size() == texts.size();
    return words && different && !texts.isEmpty() && texts.size() >= KNOWN_SHARE * widest;
  }

  private static long filled(Line line) {
    return line.texts().stream().filter(text -> !text.isBlank()).count();
  }

  public static HeaderRow of(Line line) {
    List<String> headings = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < line.texts().size(); i++) {
      String heading = line.texts().get(i).replaceAll("[\\s\\p{Z}]+", " ").strip();
      String name = heading.isEmpty() ? position(i) : heading;
      headings.add(used.add(name) ? name : name + " " + position(i));
    }
    return new HeaderRow(headings);
  }

  /** Of any column: those behind the last heading are named by their position. */
  String heading(int column) {
    if (column < headings.size()) {
      return headings.get(column);
    }
    String name = position(column);
    return headings.contains(name) ? name + " " + name : name;
  }

  private static String position(int column) {
    return "[" + (column + 1) + "]";
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
