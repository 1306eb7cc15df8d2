package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QuerySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who owes what, when it came, and how good it was, as of the last run. */
@Command(name = "deliveries")
final class DeliveriesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private FormatOption format;

  @Option(names = "--year", paramLabel = "YYYY", descriptionKey = "year")
  private Integer year;

  DeliveriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = console.word("dataset_name", "dataset_name_en AS dataset_name");
    String period = year == null ? "" : " WHERE period = '" + year + "'";
    try (QuerySession session = Project.open(common.workspace()).query("ops.delivery")) {
      format.print(
          console,
          session.query(
              "SELECT dataset, "
                  + name
                  + ", department, period, state, received_on, rows_in, rows_loaded,"
                  + " rows_quarantined, issues FROM ops.delivery"
                  + period
                  + " ORDER BY dataset, period"));
    }
    return ExitCode.DONE;
  }
}
