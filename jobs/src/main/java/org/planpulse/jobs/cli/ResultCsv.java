package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.planpulse.jobs.query.QueryResult;

/** Rows as RFC 4180 text with a header; bytes as hexadecimal digits, a missing value as nothing. */
final class ResultCsv {

  String of(QueryResult result) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(result.columns().stream().map(QueryResult.Column::name));
      for (List<Object> row : result.rows()) {
        csv.printRecord(row.stream().map(ResultCsv::cell));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write CSV to memory", e);
    }
    return text.toString();
  }

  private static Object cell(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value;
  }
}
