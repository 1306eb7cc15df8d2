package org.planpulse.jobs.issued;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planpulse.schemas.Language;

/**
 * What the name of a report's file says, e.g. {@code annual-2025.pdf} or {@code
 * warning-2025-T-01.en.docx}.
 *
 * @param asOf day whose knowledge the report shows; empty for the day it was written
 * @param since day whose figures the errata compare with; empty for the previous edition's
 * @param object what the file is about within the year, e.g. {@code T-01}; empty for the city
 * @param language Chinese when the name gives none
 * @param extension without the dot
 */
public record ReportName(
    String file,
    String type,
    int year,
    Optional<LocalDate> asOf,
    Optional<LocalDate> since,
    String object,
    Language language,
    String extension) {

  private static final Pattern NAME =
      Pattern.compile(
          "(?<type>[a-z][a-z-]*?)-(?<year>[12]\\d{3})"
              + "(?:-as-of-(?<day>\\d{4}-\\d{2}-\\d{2}))?"
              + "(?:-since-(?<since>\\d{4}-\\d{2}-\\d{2}))?(?:-(?<object>[\\w-]+))?"
              + "(?:\\.(?<language>[a-z]{2}))?\\.(?<extension>[a-z]+)");

  /** Empty when the file is not named like a report. */
  public static Optional<ReportName> of(Path file) {
    String name = file.getFileName().toString();
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Language> language = language(matcher.group("language"));
    if (language.isEmpty()) {
      return Optional.empty();
    }
    String object = matcher.group("object");
    try {
      return Optional.of(
          new ReportName(
              name,
              matcher.group("type"),
              Integer.parseInt(matcher.group("year")),
              Optional.ofNullable(matcher.group("day")).map(LocalDate::parse),
              Optional.ofNullable(matcher.group("since")).map(LocalDate::parse),
              object == null ? "" : object,
              language.get(),
              matcher.group("extension")));
    } catch (DateTimeParseException e) { // no day of the calendar, so no name that we give
      return Optional.empty();
    }
  }

  private static Optional<Language> language(String code) {
    return code == null
        ? Optional.of(Language.ZH)
        : Stream.of(Language.values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
