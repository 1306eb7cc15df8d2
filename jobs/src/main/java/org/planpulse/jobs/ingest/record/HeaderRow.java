package org.planpulse.jobs.ingest.record;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planpulse.schemas.contract.Contract;

/**
 * Where the headings of a list stand. Titles and remarks may precede them.
 *
 * @param index of the header among the sheet's lines
 * @param headings one a column, unique, blank ones named by their position
 */
public record HeaderRow(int index, List<String> headings) {

  /** Headings a contract does not know are common; a title row matches none. */
  private static final double KNOWN_SHARE = 0.6;

  /** Lines in which a header is looked for without a contract. */
  private static final int LOOKED_AT = 30;

  /** The first line in which at least 60 % of the filled cells are headings the contract knows. */
  static Optional<HeaderRow> find(RecordSheet sheet, Contract contract) {
    Set<String> known =
        contract.columns().stream()
            .flatMap(column -> column.aliases().stream())
            .map(HeaderRow::fold)
            .collect(Collectors.toSet());
    for (int index = 0; index < sheet.lines().size(); index++) {
      List<String> texts = sheet.lines().get(index).texts();
      List<String> filled = texts.stream().filter(text -> !text.isBlank()).toList();
      long matches = filled.stream().map(HeaderRow::fold).filter(known::contains).count();
      if (!filled.isEmpty() && matches >= KNOWN_SHARE * filled.size()) {
        return Optional.of(new HeaderRow(index, unique(texts)));
      }
    }
    return Optional.empty();
  }

  /**
   * The first line that looks like headings to one who knows no contract: different words, no
   * figures, over most of the columns.
   */
  public static Optional<HeaderRow> guess(RecordSheet sheet) {
    List<RecordSheet.Line> top = sheet.lines().stream().limit(LOOKED_AT).toList();
    long widest = top.stream().mapToLong(HeaderRow::filled).max().orElse(0);
    for (int index = 0; index < top.size(); index++) {
      List<String> texts = top.get(index).texts().stream().filter(t -> !t.isBlank()).toList();
      boolean words = texts.stream().noneMatch(text -> text.strip().matches("[-+\\d.,%]+"));
      boolean different = new HashSet<>(texts).size() == texts.size();
      if (words && different && !texts.isEmpty() && texts.size() >= KNOWN_SHARE * widest) {
        return Optional.of(new HeaderRow(index, unique(top.get(index).texts())));
      }
    }
    return Optional.empty();
  }

  private static long filled(RecordSheet.Line line) {
    return line.texts().stream().filter(text -> !text.isBlank()).count();
  }

  private static List<String> unique(List<String> texts) {
    List<String> headings = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String heading = texts.get(i).replaceAll("[\\s\\p{Z}]+", " ").strip();
      String name = heading.isEmpty() ? "[" + (i + 1) + "]" : heading;
      headings.add(used.add(name) ? name : name + " [" + (i + 1) + "]");
    }
    return headings;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
