package org.planpulse.jobs.draft;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.conform.DateText;
import org.planpulse.jobs.conform.NumberText;
import org.planpulse.jobs.conform.ValueStatus;

/** What the texts of one column have in common, gathered while a file is read. */
final class ColumnSample {

  /** More digits than a double holds are an identifier. */
  private static final int MOST_DIGITS = 15;

  /** A code list worth guessing is met in a few different codes. */
  private static final int MOST_CODES = 500;

  /** ODCS logical types that files of texts can show. */
  enum Type {
    STRING,
    INTEGER,
    NUMBER,
    DATE
  }

  private final String heading;
  private long filled;
  private String example;
  private boolean numbers = true;
  private boolean integers = true;
  private boolean dates = true;
  private Set<String> distinct = new HashSet<>();
  private Set<String> codes = new LinkedHashSet<>();

  ColumnSample(String heading) {
    this.heading = heading;
  }

  /**
   * @param text not blank
   */
  void add(String text) {
    filled++;
    example = example == null ? text : example;
    Optional<NumberText> number = number(text);
    numbers &= number.isPresent();
    integers &= number.isPresent() && number.get().value().stripTrailingZeros().scale() <= 0;
    dates &= !text.matches("\\d{5}(\\.0*)?") && DateText.read(text).isPresent();
    if (distinct != null && !distinct.add(text)) {
      distinct = null;
    }
    if (codes != null && codes.add(text) && codes.size() > MOST_CODES) {
      codes = null;
    }
  }

  private static Optional<NumberText> number(String text) {
    boolean code = text.matches("0\\d+") || text.matches("\\d{" + (MOST_DIGITS + 1) + ",}");
    return code
        ? Optional.empty()
        : NumberText.read(text)
            .filter(read -> read.status() == ValueStatus.OK && read.suffix().isEmpty());
  }

  /** As the file prints it. */
  String heading() {
    return heading;
  }

  /** The first text; empty where all are blank. */
  Optional<String> example() {
    return Optional.ofNullable(example);
  }

  Type type() {
    if (filled == 0) {
      return Type.STRING;
    }
    if (dates) {
      return Type.DATE;
    }
    return integers ? Type.INTEGER : numbers ? Type.NUMBER : Type.STRING;
  }

  boolean number() {
    return type() == Type.INTEGER || type() == Type.NUMBER;
  }

  /** Whether no row lacks a text. */
  boolean complete(long rows) {
    return filled == rows && rows > 0;
  }

  /** Whether the column could be the key of the rows. */
  boolean unique(long rows) {
    boolean identifier = type() == Type.STRING || type() == Type.INTEGER;
    return identifier && rows > 1 && filled == rows && distinct != null;
  }

  /** Whether several different texts were met and all of them are in a code list. */
  boolean fits(Set<String> codelist) {
    return codes != null && codes.size() > 1 && codelist.containsAll(codes);
  }

  boolean all(String regex) {
    return codes != null && !codes.isEmpty() && codes.stream().allMatch(c -> c.matches(regex));
  }
}
