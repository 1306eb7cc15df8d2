package org.planpulse.jobs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QuerySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs a SELECT statement on the tables. */
@Command(name = "sql")
final class SqlCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "STATEMENT", descriptionKey = "statement")
  private String statement;

  SqlCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    String sql =
        statement.equals("-")
            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            : statement;
    try (QuerySession session = QuerySession.open(Project.tablesOf(common.workspace()))) {
      format.print(console, session.query(sql));
    }
    return ExitCode.DONE;
  }
}
