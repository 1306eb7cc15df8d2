package org.planpulse.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QuerySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who owes what, when it came, and how good it was, as of the last run. */
@Command(name = "deliveries")
final class DeliveriesCommand implements Callable<Integer> {

  /** Fits 80 columns beside the dataset and its name. */
  private static final String SHORT = "period, state, due_on, received_on, issues, quality";

  private static final String LONG =
      "department, period, state, due_on, version, received_on, rows_in, rows_loaded,"
          + " rows_quarantined, issues, quality";

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
              "SELECT dataset, %s, %s FROM ops.delivery%s ORDER BY dataset, period"
                  .formatted(name, format.isTable() ? SHORT : LONG, period)));
      summarise(session, period);
    }
    return ExitCode.DONE;
  }

  /** So that nobody takes items that were never asked for yet for a fault of the last delivery. */
  private void summarise(QuerySession session, String where) {
    List<Object> counts =
        session
            .query(
                """
                SELECT count(DISTINCT dataset) FILTER (received_on IS NOT NULL),
                       count(DISTINCT dataset),
                       count(*) FILTER (state = 'accepted'), count(*) FILTER (state = 'returned'),
                       count(*) FILTER (state = 'overdue'), count(*) FILTER (state = 'missing')
                FROM ops.delivery
                """
                    + where)
            .rows()
            .get(0);
    console.tell(
        "%s 项资料（共 %s 项）有交付。各期：采用 %s，退回 %s，逾期未交 %s，未交（未到期或无期限）%s。",
        "%s of %s datasets came. Periods: %s accepted, %s returned, %s overdue,"
            + " %s missing (not due, or without a due day).",
        counts.toArray());
  }
}
