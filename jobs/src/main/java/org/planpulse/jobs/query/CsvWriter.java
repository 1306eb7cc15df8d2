package org.planpulse.jobs.query;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values (RFC 4180, line feeds). A text that a spreadsheet would take for a formula
 * gets an apostrophe in front, so that opening the file runs nothing.
 */
public final class CsvWriter implements ResultWriter {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  @Override
  public void write(QueryResult result, Appendable out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord(result.columns().stream().map(c -> harmless(c.name())));
    for (List<Object> row : result.rows()) {
      csv.printRecord(row.stream().map(CsvWriter::cell));
    }
    csv.flush();
  }

  /** Only a text can be a formula: the minus of a number stays what it is. */
  private static String cell(Object value) {
    String text = CellText.of(value);
    return value instanceof String ? harmless(text) : text;
  }

  private static String harmless(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
