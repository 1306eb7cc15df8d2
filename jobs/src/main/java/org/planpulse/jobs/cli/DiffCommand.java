package org.planpulse.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what was learned between two days, and which file brought it. */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {

  private static final String QUESTION = "knowledge-diff.sql";

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
                "silver.document")) {
      format.print(console, session.query(question()));
    }
    return ExitCode.DONE;
  }

  private String question() {
    try (InputStream in = DiffCommand.class.getResourceAsStream(QUESTION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":before", "DATE '" + from + "'")
          .replace(":after", "DATE '" + to + "'");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + QUESTION, e);
    }
  }
}
