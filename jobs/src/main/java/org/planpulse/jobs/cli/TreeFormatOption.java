package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How an answer is printed that is no table. */
final class TreeFormatOption {

  /** As named on the command line. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "tree-format")
  private Format format;

  void print(Console console, Supplier<List<String>> text, Supplier<String> json) {
    switch (format) {
      case TEXT -> text.get().forEach(console::print);
      case JSON -> console.out().print(json.get());
    }
    console.out().flush();
  }
}
