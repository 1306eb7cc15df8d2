package org.planpulse.jobs.ingest.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.planpulse.jobs.ingest.landing.FileFault;

/** The lines of a delimited text file; the delimiter is the one its first lines use most evenly. */
final class DelimitedText implements Lines {

  private static final char[] DELIMITERS = {',', '\t', ';', '|', '，'};
  private static final int SAMPLED_LINES = 20;

  private final Path file;
  private final TextCharset charset;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long start = 1;
  private long number = 1;

  DelimitedText(Path file, TextCharset charset) throws IOException {
    this.file = file;
    this.charset = charset;
    this.parser = CSVParser.builder().setReader(reader()).setFormat(format(delimiter())).get();
    this.records = parser.iterator();
  }

  /**
   * @throws FileFault when a quoted field never ends or is followed by more text
   */
  @Override
  public Line next() throws IOException, FileFault {
    try {
      if (!records.hasNext()) {
        return null;
      }
      Line line = new Line((int) start, List.of(records.next().values()));
      start = parser.getCurrentLineNumber() + 1;
      number++;
      return line;
    } catch (UncheckedIOException e) {
      throw new FileFault("FILE_DAMAGED", Map.of("detail", "line " + number + ", quotes"), e);
    }
  }

  @Override
  public boolean open() throws IOException {
    int unit = charset.charset().name().startsWith("UTF-16") ? 2 : 1;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[unit];
      in.seek(Math.max(0, in.length() - unit));
      in.read(end);
      String last = new String(end, charset.charset());
      return !last.equals("\n") && !last.equals("\r");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
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
