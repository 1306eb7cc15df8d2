package org.planpulse.jobs.cli;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.planpulse.jobs.query.QueryResult;
import picocli.CommandLine.Option;

/** How rows are printed. */
final class FormatOption {

  /** As named on the command line. */
  enum Format {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A byte column is cut: geometries have thousands of digits. */
  private static final int BYTES_SHOWN = 16;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      descriptionKey = "format")
  private Format format;

  void print(Console console, QueryResult result) {
    switch (format) {
      case TABLE -> table(result).forEach(console::print);
      case CSV -> console.out().print(new ResultCsv().of(result));
      case JSON -> console.print(new ResultJson().of(result));
    }
    console.out().flush();
  }

  static List<String> table(QueryResult result) {
    List<String> headers = result.columns().stream().map(QueryResult.Column::name).toList();
    List<List<String>> rows =
        result.rows().stream().map(row -> row.stream().map(FormatOption::cell).toList()).toList();
    return TextTable.lines(headers, rows, numeric(result));
  }

  private static List<Boolean> numeric(QueryResult result) {
    return IntStream.range(0, result.columns().size())
        .mapToObj(i -> result.rows().stream().anyMatch(row -> row.get(i) instanceof Number))
        .toList();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof byte[] bytes) {
      int shown = Math.min(BYTES_SHOWN, bytes.length);
      return HexFormat.of().formatHex(bytes, 0, shown) + (shown < bytes.length ? "…" : "");
    }
    return String.valueOf(value).replace('\n', ' ');
  }
}
