package org.planpulse.jobs.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.planpulse.jobs.run.OperatorError;

/**
 * A CSV file of recipients with the columns {@code list}, {@code name} and {@code address}; a
 * person may stand in several lists.
 */
public record RecipientFile(Path file) {

  /** The file of a workspace. */
  public static final String NAME = "recipients.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Everybody in the file, each address once. */
  public List<Recipient> all() {
    return read(record -> true);
  }

  /**
   * Those on a list.
   *
   * @throws OperatorError when nobody is
   */
  public List<Recipient> on(String list) {
    List<Recipient> recipients = read(record -> record.get("list").equals(list));
    if (recipients.isEmpty()) {
      throw new OperatorError(
          file + " 中没有名单“" + list + "”，未发送。",
          file + " has nobody on the list '" + list + "', so nothing was sent.");
    }
    return recipients;
  }

  private List<Recipient> read(Predicate<CSVRecord> which) {
    try (CSVParser rows = open()) {
      return read(rows, which);
    } catch (IOException e) {
      throw new OperatorError(
          "无法读取收件人文件 " + file + "：" + e.getMessage() + "。",
          "Cannot read the recipients in " + file + ": " + e + ".",
          e);
    }
  }

  private List<Recipient> read(CSVParser rows, Predicate<CSVRecord> which) {
    Map<String, Recipient> recipients = new LinkedHashMap<>();
    try {
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw otherColumns(rows, row);
        }
        if (which.test(row)) {
          Recipient recipient = recipient(rows, row);
          recipients.putIfAbsent(recipient.key(), recipient);
        }
      }
    } catch (UncheckedIOException e) { // of the parser, which reads a text in memory
      throw fault(
          rows,
          "引号有误：引号须括住整个字段，字段内的引号写两遍",
          "a quotation mark does not enclose a whole field; double one inside a field",
          e);
    }
    return List.copyOf(recipients.values());
  }

  private CSVParser open() throws IOException {
    CSVParser rows;
    try {
      rows = CSVParser.parse(text(), FORMAT);
    } catch (IllegalArgumentException e) { // a column without a name
      throw otherHeading(e);
    }
    if (!rows.getHeaderNames().containsAll(List.of("list", "name", "address"))) {
      throw otherHeading(null);
    }
    return rows;
  }

  /** Excel begins a UTF-8 file with a mark. */
  private String text() throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private Recipient recipient(CSVParser rows, CSVRecord row) {
    try {
      InternetAddress address = new InternetAddress(row.get("address"), true);
      if (!address.getAddress().contains("@")) {
        throw noAddress(rows, row);
      }
      if (!row.get("name").isEmpty()) {
        address.setPersonal(row.get("name"), StandardCharsets.UTF_8.name());
      }
      return new Recipient(address);
    } catch (AddressException e) {
      throw noAddress(rows, row);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  private OperatorError otherHeading(Exception cause) {
    return new OperatorError(
        file + " 的首行应为 list,name,address。未发送。",
        file + " must begin with the line list,name,address. Nothing was sent.",
        cause);
  }

  private OperatorError noAddress(CSVParser rows, CSVRecord row) {
    String written = row.get("address");
    return fault(rows, "“" + written + "”不是邮件地址", "'" + written + "' is no mail address", null);
  }

  private OperatorError otherColumns(CSVParser rows, CSVRecord row) {
    int expected = rows.getHeaderNames().size();
    return fault(
        rows,
        "有 " + row.size() + " 列，应为 " + expected + " 列；含逗号的字段须加引号",
        row.size() + " columns instead of " + expected + "; quote a field that holds a comma",
        null);
  }

  private OperatorError fault(CSVParser rows, String zh, String en, Exception cause) {
    long line = rows.getCurrentLineNumber();
    return new OperatorError(
        file + " 第 " + line + " 行：" + zh + "。未发送。",
        file + ", line " + line + ": " + en + ". Nothing was sent.",
        cause);
  }
}
