package org.planpulse.jobs.conform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a contract's columns among delivered field names. Case and blanks do not count, and a name
 * may be cut to the ten bytes a DBF header holds, in the middle of a Chinese character even.
 */
final class FieldNames {

  private static final int DBF_NAME_BYTES = 10;
  private static final List<Charset> CHARSETS =
      List.of(Charset.forName("GB18030"), StandardCharsets.UTF_8);

  /** A spelling of a column; the lower the rank, the earlier the contract lists it. */
  private record Spelling(String column, int rank) {}

  private final Map<String, Spelling> spellings = new HashMap<>();
  private final Map<String, Optional<Spelling>> seen = new HashMap<>();

  FieldNames(List<FieldSpec> fields) {
    fields.forEach(field -> add(field, false));
    fields.forEach(field -> add(field, true));
  }

  /** Delivered texts by the contract's column names; a blank field leaves its column to others. */
  Map<String, String> byColumn(Map<String, String> delivered) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Integer> ranks = new HashMap<>();
    delivered.forEach(
        (name, text) -> {
          Spelling spelling = seen.computeIfAbsent(name, this::find).orElse(null);
          if (text != null && spelling != null && isBest(spelling, ranks)) {
            texts.put(spelling.column(), text);
            ranks.put(spelling.column(), spelling.rank());
          }
        });
    return texts;
  }

  /** Whether a delivered field of this name is one of the contract's columns. */
  boolean knows(String name) {
    return find(name).isPresent();
  }

  private static boolean isBest(Spelling spelling, Map<String, Integer> ranks) {
    return spelling.rank() < ranks.getOrDefault(spelling.column(), Integer.MAX_VALUE);
  }

  private void add(FieldSpec field, boolean cut) {
    int rank = cut ? field.aliases().size() : 0;
    for (String alias : field.aliases()) {
      Spelling spelling = new Spelling(field.name(), rank++);
      if (cut) {
        CHARSETS.forEach(charset -> spellings.putIfAbsent(fold(cut(alias, charset)), spelling));
      } else {
        spellings.putIfAbsent(fold(alias), spelling);
      }
    }
  }

  private Optional<Spelling> find(String name) {
    return Optional.ofNullable(spellings.get(fold(name)));
  }

  private static String cut(String name, Charset charset) {
    byte[] bytes = name.getBytes(charset);
    return new String(Arrays.copyOf(bytes, Math.min(bytes.length, DBF_NAME_BYTES)), charset);
  }

  /** Half a character at the end decodes to a replacement character, or to none. */
  private static String fold(String name) {
    return LabelText.fold(name.replace("\ufffd", "").replace("\0", ""));
  }
}
