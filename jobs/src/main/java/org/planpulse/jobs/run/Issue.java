package org.planpulse.jobs.run;

import java.util.Map;
import java.util.Objects;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.codelist.IssueKind;

/**
 * Something about supplied data that its department should know. Never thrown.
 *
 * @param kind entry of {@code codelists/issues/}
 * @param department key of the department addressed; empty when the file belongs to no contract
 * @param dataset contract id; empty when unknown
 * @param file path below {@code landing/}
 * @param place sheet and cell, line, or layer and feature; empty for the whole file
 * @param values fill the placeholders of the kind's wording
 */
public record Issue(
    IssueKind kind,
    String department,
    String dataset,
    String file,
    String place,
    Map<String, String> values) {

  /** No department writes this control character. */
  private static final String SEPARATOR = "\u001F";

  /** Nothing is null: what is unknown is the empty text. */
  public Issue {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(department, "department");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(place, "place");
    values = Map.copyOf(values);
  }

  /** Several things as one value, which each language separates its own way. */
  public static String list(Iterable<String> things) {
    return String.join(SEPARATOR, things);
  }

  public String message(Language language) {
    return fill(kind.message().in(language), language);
  }

  public String remedy(Language language) {
    return fill(kind.remedy().in(language), language);
  }

  private String fill(String template, Language language) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text.replace(SEPARATOR, language == Language.ZH ? "、" : ", ");
  }
}
