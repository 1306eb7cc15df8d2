package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.report.ReportType;

/** The same data give the same PDF on any machine and day, whatever the type of report. */
class SameBytesTest {
  private static final ReportWriter REPORT = Types.writer();
  private static final Pattern DAY_OF_PDF = Pattern.compile("D:(\\d{8})");
  private static final Pattern DAY_OF_XMP = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T");

  @TempDir Path folder;

  static Stream<String> types() {
    return Types.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void neitherTimeZoneNorLocaleNorDayIsInTheFile(String id) throws IOException {
    ReportType type = Types.get(id);
    Subject subject = ReportFamilyTest.subject(type, Language.ZH);
    Path first = write(type, subject, "UTC", "en-US");

    assertThat(Files.mismatch(first, write(type, subject, "Pacific/Kiritimati", "ar-EG-u-nu-arab")))
        .isEqualTo(-1);
    assertThat(Files.mismatch(first, write(type, subject, "America/Los_Angeles", "de-DE")))
        .isEqualTo(-1);
    // Of another day all that could tell is a date, and there is none but that of the data.
    String text = Files.readString(first, StandardCharsets.ISO_8859_1);
    String day = subject.day().toString();
    assertThat(days(DAY_OF_PDF, text)).isNotEmpty().containsOnly(day.replace("-", ""));
    assertThat(days(DAY_OF_XMP, text)).isNotEmpty().containsOnly(day);
  }

  private static Stream<String> days(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private Path write(ReportType type, Subject subject, String zone, String locale) {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      Path file = folder.resolve(zone.replace('/', '-') + ".pdf");
      return REPORT.write(type, subject, Format.PDF, file);
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }
}
