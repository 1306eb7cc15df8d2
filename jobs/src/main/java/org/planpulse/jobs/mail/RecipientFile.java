package org.planpulse.jobs.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
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
    try (CSVParser rows = CSVParser.parse(text(), FORMAT)) {
      if (!rows.getHeaderNames().containsAll(List.of("list", "name", "address"))) {
        throw new OperatorError(
            file + " 的首行应为 list,name,address。",
            file + " must begin with the line list,name,address.");
      }
      Map<String, Recipient> recipients = new LinkedHashMap<>();
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw unreadable(row, String.join(",", row.values()));
        }
        if (which.test(row)) {
          Recipient recipient = recipient(row);
          recipients.putIfAbsent(recipient.key(), recipient);
        }
      }
      return List.copyOf(recipients.values());
    } catch (IOException e) {
      throw new OperatorError(
          "无法读取收件人文件 " + file + "：" + e.getMessage() + "。",
          "Cannot read the recipients in " + file + ": " + e + ".",
          e);
    }
  }

  /** Excel begins a UTF-8 file with a mark. */
  private String text() throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private Recipient recipient(CSVRecord row) {
    try {
      InternetAddress address = new InternetAddress(row.get("address"), true);
      if (!address.getAddress().contains("@")) {
        throw unreadable(row, row.get("address"));
      }
      if (!row.get("name").isEmpty()) {
        address.setPersonal(row.get("name"), StandardCharsets.UTF_8.name());
      }
      return new Recipient(address);
    } catch (AddressException e) {
      throw unreadable(row, row.get("address"));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  private OperatorError unreadable(CSVRecord row, String written) {
    return new OperatorError(
        "%s 第 %d 个收件人有误：“%s”。未发送。".formatted(file, row.getRecordNumber(), written),
        "%s, recipient %d: '%s' is no mail address. Nothing was sent."
            .formatted(file, row.getRecordNumber(), written));
  }
}
