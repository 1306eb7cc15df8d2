package org.planpulse.jobs.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/** The last finished run of each job, read without Spark. */
final class JobHistory {

  static final String TABLE = "ops.job_run";

  private record Past(String fingerprint, Map<String, String> inputs, Map<?, ?> outputs) {}

  private final Map<String, Past> lastDone = new HashMap<>();

  static JobHistory read(WarehouseLayout layout, QuerySession query) {
    JobHistory history = new JobHistory();
    if (layout.version(TABLE).isPresent()) {
      String sql =
          "SELECT job, fingerprint, inputs, outputs FROM "
              + TABLE
              + " WHERE status = 'done' ORDER BY started_at";
      for (List<Object> row : query.query(sql).rows()) {
        history.lastDone.put(
            (String) row.get(0),
            new Past((String) row.get(1), texts((Map<?, ?>) row.get(2)), (Map<?, ?>) row.get(3)));
      }
    }
    return history;
  }

  private static Map<String, String> texts(Map<?, ?> entries) {
    Map<String, String> texts = new HashMap<>();
    entries.forEach((name, text) -> texts.put((String) name, (String) text));
    return texts;
  }

  /** A job's last run, if it was by the same program and nobody has touched its outputs since. */
  Optional<LastRun> lastRun(String job, Fingerprint now, Map<String, String> outputs) {
    String program = now.inputs().get(Fingerprints.PROGRAM);
    return Optional.ofNullable(lastDone.get(job))
        .filter(past -> past.outputs().equals(outputs))
        .filter(past -> program.equals(past.inputs().get(Fingerprints.PROGRAM)))
        .map(past -> new LastRun(past.inputs()));
  }

  /**
   * Whether a job's last run had these inputs, and nobody has touched its tables and files since.
   */
  boolean isUpToDate(String job, Fingerprint fingerprint, Map<String, String> outputs) {
    Past past = lastDone.get(job);
    return past != null
        && past.fingerprint().equals(fingerprint.hash())
        && past.outputs().equals(outputs);
  }
}
