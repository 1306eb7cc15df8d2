package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.planpulse.jobs.query.CsvWriter;
import org.planpulse.jobs.query.JsonWriter;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.ResultWriter;
import org.planpulse.jobs.query.TableWriter;
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

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      descriptionKey = "format")
  private Format format;

  /** Whether people read it, on a terminal of 80 columns maybe. */
  boolean isTable() {
    return format == Format.TABLE;
  }

  void print(Console console, QueryResult result) {
    try {
      writer(console).write(result, console.out());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the result", e);
    }
    console.out().flush();
  }

  private ResultWriter writer(Console console) {
    return switch (format) {
      case TABLE -> new TableWriter(console.width());
      case CSV -> new CsvWriter();
      case JSON -> new JsonWriter();
    };
  }
}
