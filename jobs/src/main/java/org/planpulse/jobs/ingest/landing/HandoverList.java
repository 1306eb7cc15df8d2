package org.planpulse.jobs.ingest.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The hand-over list 交接清单.csv at the top of the landing folder (UTF-8 or GB18030, comma): which
 * department handed over which file on which day.
 *
 * @param entries by file path below {@code landing/}
 * @param faults lines that do not read, as {@code line number: text}
 */
record HandoverList(Map<String, Entry> entries, List<String> faults) {

  static final String NAME = "交接清单.csv";

  private static final String FILE = "文件";
  private static final String DEPARTMENT = "部门";
  private static final String RECEIVED = "收到日期";

  /** One line of the list. */
  record Entry(String department, LocalDate receivedOn) {}

  /** The list of a landing folder; empty when there is none. */
  static HandoverList read(Path landing) throws IOException {
    Path list = landing.resolve(NAME);
    if (!Files.isRegularFile(list)) {
      return new HandoverList(Map.of(), List.of());
    }
    String text = text(list).replaceFirst("^\uFEFF", "");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        line = record.getRecordNumber() + 1;
        read(record, entries, faults);
      }
    } catch (IllegalArgumentException | UncheckedIOException | CSVException e) {
      faults.add((line + 1) + ": " + NAME);
    }
    return new HandoverList(entries, faults);
  }

  /** UTF-8, or GB18030 where a spreadsheet has saved it anew. */
  private static String text(Path list) throws IOException {
    try {
      return Files.readString(list, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new String(Files.readAllBytes(list), Charset.forName("GB18030"));
    }
  }

  private static void read(CSVRecord line, Map<String, Entry> entries, List<String> faults) {
    try {
      LocalDate received = LocalDate.parse(line.get(RECEIVED));
      entries.put(line.get(FILE).replace('\\', '/'), new Entry(line.get(DEPARTMENT), received));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      faults.add((line.getRecordNumber() + 1) + ": " + String.join(",", line.values()));
    }
  }
}
