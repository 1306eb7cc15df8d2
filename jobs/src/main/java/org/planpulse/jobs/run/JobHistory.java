package org.planpulse.jobs.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/** The last finished run of each job, read without Spark. */
final class JobHistory {

  static final String TABLE = "ops.job_run";

  private record Past(String fingerprint, Map<?, ?> outputs) {}

  private final Map<String, Past> lastDone = new HashMap<>();

  static JobHistory read(WarehouseLayout layout, QuerySession query) {
    JobHistory history = new JobHistory();
    if (layout.version(TABLE).isPresent()) {
      String sql =
          "SELECT job, fingerprint, outputs FROM "
              + TABLE
              + " WHERE status = 'done' ORDER BY started_at";
      for (List<Object> row : query.query(sql).rows()) {
        history.lastDone.put(
            (String) row.get(0), new Past((String) row.get(1), (Map<?, ?>) row.get(2)));
      }
    }
    return history;
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
