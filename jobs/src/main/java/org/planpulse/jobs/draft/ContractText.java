package org.planpulse.jobs.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

/** Writes the YAML of a contract with remarks in one language. */
final class ContractText {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsHan}A-Za-z][\\p{IsHan}\\w. ]*(?<! )");
  private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Language language;
  private final StringBuilder text = new StringBuilder();

  ContractText(Language language) {
    this.language = language;
  }

  ContractText remark(int indent, LocalText words) {
    text.append(" ".repeat(indent)).append("# ").append(oneLine(words.in(language))).append('\n');
    return this;
  }

  /**
   * @param yaml a line as it is
   */
  ContractText line(int indent, String yaml) {
    text.append(" ".repeat(indent)).append(yaml).append('\n');
    return this;
  }

  ContractText line(int indent, String yaml, LocalText remark) {
    return line(indent, yaml + "  # " + oneLine(remark.in(language)));
  }

  ContractText property(int indent, String name, String yaml) {
    return line(indent, "- {property: " + name + ", value: " + yaml + "}");
  }

  ContractText property(int indent, String name, String yaml, LocalText remark) {
    return line(indent, "- {property: " + name + ", value: " + yaml + "}", remark);
  }

  void column(DraftColumn column) {
    line(6, "- name: " + scalar(column.name()), column.hint());
    line(8, "businessName: " + scalar(column.label()));
    line(8, "description: " + scalar(column.label()));
    line(8, "logicalType: " + column.type());
    if (column.required()) {
      line(8, "required: true");
    }
    if (column.unique()) {
      line(8, "unique: true");
    }
    if (column.hasTerms()) {
      line(8, "customProperties:");
      if (column.item()) {
        property(10, "item", "true");
      }
      column.unit().ifPresent(unit -> property(10, "unit", scalar(unit.code())));
      column.codelist().ifPresent(list -> property(10, "codelist", list));
    }
  }

  /** A text as YAML, quoted where it must be. */
  static String scalar(String value) {
    if (PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches()) {
      return value;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a string always has a JSON form", e);
    }
  }

  /** A regular expression as YAML, with its backslashes as they are. */
  static String pattern(String regex) {
    return "['" + regex.replace("'", "''") + "']";
  }

  private static String oneLine(String words) {
    List<String> lines = new ArrayList<>(words.lines().map(String::strip).toList());
    String line = String.join(" ", lines);
    return line.length() > 120 ? line.substring(0, 119) + "…" : line;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
