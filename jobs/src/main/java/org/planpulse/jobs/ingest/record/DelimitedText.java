package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * Reads a delimited text file into lines; the delimiter is the one its first lines use most evenly.
 */
public final class DelimitedText {

  private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
  private static final int SAMPLED_LINES = 20;

  private final Path file;
  private final TextCharset charset;

  public DelimitedText(Path file, TextCharset charset) {
    this.file = file;
    this.charset = charset;
  }

  /**
   * @param name of the sheet the lines make
   * @throws FileFault when a quoted field never ends or is followed by more text
   */
  public RecordSheet read(String name) throws IOException, FileFault {
    List<RecordSheet.Line> lines = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder().setReader(reader()).setFormat(format(delimiter())).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      long start = 1;
      while (records.hasNext()) {
        CSVRecord record = records.next();
        lines.add(new RecordSheet.Line((int) start, List.of(record.values())));
        start = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | CSVException e) {
      throw new FileFault(
          "FILE_DAMAGED", Map.of("detail", "line " + (lines.size() + 1) + ", quotes"), e);
    }
    return new RecordSheet(name, lines, !lines.isEmpty() && open());
  }

  /** Whether the last character is no line end. */
  private boolean open() throws IOException {
    int unit = charset.charset().name().startsWith("UTF-16") ? 2 : 1;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[unit];
      in.seek(Math.max(0, in.length() - unit));
      in.read(end);
      String last = new String(end, charset.charset());
      return !last.equals("\n") && !last.equals("\r");
    }
  }

  private char delimiter() throws IOException {
    String head = head();
    char best = DELIMITERS[0];
    long most = 0;
    for (char delimiter : DELIMITERS) {
      long evenly =
          head.lines()
              .filter(line -> !line.isBlank())
              .mapToLong(line -> count(line, delimiter))
              .min()
              .orElse(0);
      long all = count(head, delimiter);
      long score = evenly * head.length() + all;
      if (score > most) {
        most = score;
        best = delimiter;
      }
    }
    return best;
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    try (var reader = new java.io.BufferedReader(reader())) {
      for (int i = 0; i < SAMPLED_LINES; i++) {
        String line = reader.readLine();
        if (line == null) {
          break;
        }
        head.append(line).append('\n');
      }
    }
    return head.toString();
  }

  private InputStreamReader reader() throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(charset.markBytes());
    return new InputStreamReader(in, charset.charset());
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
  }
}
