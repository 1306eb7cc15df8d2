package org.planpulse.jobs.run;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.warehouse.Warehouse;

/** Jobs that worked in this run, not yet written to {@code ops.job_run}. */
final class RunJournal {

  private static final String COLUMNS =
      "run_id STRING, job STRING, fingerprint STRING, started_at TIMESTAMP, seconds DOUBLE,"
          + " status STRING, inputs MAP<STRING, STRING>, outputs MAP<STRING, STRING>,"
          + " counts MAP<STRING, BIGINT>, message STRING";

  private final List<Row> pending = new ArrayList<>();
  private double pendingSeconds;

  void add(
      String runId,
      JobOutcome outcome,
      Fingerprint fingerprint,
      Map<String, String> outputs,
      Instant started) {
    pending.add(
        RowFactory.create(
            runId,
            outcome.job(),
            fingerprint.hash(),
            Timestamp.from(started),
            outcome.seconds(),
            outcome.status() == JobOutcome.Status.DONE ? "done" : "failed",
            fingerprint.inputs(),
            outputs,
            outcome.counts(),
            outcome.message() == null ? null : outcome.message().zh()));
    pendingSeconds += outcome.seconds();
  }

  /** Seconds of work that a killed process would have to repeat. */
  double unsavedSeconds() {
    return pendingSeconds;
  }

  /** Appends the jobs in one commit; nothing when there are none. */
  void write(Warehouse warehouse) {
    if (pending.isEmpty()) {
      return;
    }
    warehouse.append(
        JobHistory.TABLE, warehouse.spark().createDataFrame(pending, StructType.fromDDL(COLUMNS)));
    pending.clear();
    pendingSeconds = 0;
  }
}
