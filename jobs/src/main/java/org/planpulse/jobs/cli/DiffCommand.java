package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lists what was learned between two days, and which file brought it; then the indicators whose
 * values it changed.
 */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {

  private static final String LEARNED = "knowledge-diff.sql";
  private static final String INDICATORS = "indicator-diff.sql";

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "YYYY-MM-DD",
      descriptionKey = "diff-from")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "YYYY-MM-DD", descriptionKey = "diff-to")
  private LocalDate to;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!from.isBefore(to)) {
      throw new OperatorError(
          "--from " + from + " 应早于 --to " + to + "。",
          "--from " + from + " must be a day before --to " + to + ".");
    }
    try (QuerySession session =
        Project.open(common.workspace())
            .query(
                "bronze.source_file",
                "bronze.feature",
                "bronze.record",
                "bronze.tile",
                "silver.statistic",
                "silver.observation",
                "silver.document",
                "gold.indicator_value")) {
      format.print(console, session.query(question(LEARNED)));
      QueryResult changed = session.query(question(INDICATORS));
      if (!changed.rows().isEmpty()) {
        format.print(console, changed);
      }
    }
    return ExitCode.DONE;
  }

  private String question(String name) {
    try (InputStream in = DiffCommand.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":before", "DATE '" + from + "'")
          .replace(":after", "DATE '" + to + "'");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
