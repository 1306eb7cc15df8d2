package org.planpulse.jobs.conform;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as departments write it, or the serial number a spreadsheet makes of it. */
public final class DateText {

  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");
  private static final Pattern SERIAL = Pattern.compile("([2-6]\\d{4})(?:\\.0*)?");

  /** Day 0 of Excel's 1900 calendar, which counts a 29 February 1900. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private DateText() {}

  public static Optional<LocalDate> read(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1))));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return date(compact);
    }
    Matcher separated = SEPARATED.matcher(text);
    return separated.matches() ? date(separated) : Optional.empty();
  }

  private static Optional<LocalDate> date(Matcher parts) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
